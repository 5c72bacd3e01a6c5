import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { packagedPostgres, reachablePostgres, restoreLinks } from './binaries.js';

describe('the PostgreSQL that npm installed', () => {
  it('runs', async () => {
    const home = await packagedPostgres();
    const version = execFileSync(join(home, 'bin', 'postgres'), ['--version'], {
      encoding: 'utf8',
    });
    expect(version).toMatch(/\(PostgreSQL\) 18\./);
  });
});

describe('links that the install script did not make', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tocsin-links-'));
    mkdirSync(join(folder, 'native', 'lib'), { recursive: true });
    writeFileSync(join(folder, 'native', 'lib', 'libpq.so.5.18'), 'library');
    writeFileSync(
      join(folder, 'native', 'pg-symlinks.json'),
      JSON.stringify([
        { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
        { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
      ]),
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are made, relative so that the folder can be copied', async () => {
    await restoreLinks(folder);
    expect(readlinkSync(join(folder, 'native', 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
    expect(readFileSync(join(folder, 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  });

  it('are left alone where they are', async () => {
    symlinkSync('libpq.so.5.18', join(folder, 'native', 'lib', 'libpq.so'));
    await restoreLinks(folder);
    await restoreLinks(folder);
    expect(existsSync(join(folder, 'native', 'lib', 'libpq.so.5'))).toBe(true);
  });

  it('come along into a copy that another user can reach', async () => {
    await restoreLinks(folder);
    const copy = join(folder, 'copies', 'postgres-18');
    expect(await reachablePostgres(join(folder, 'native'), copy)).toBe(copy);
    expect(readlinkSync(join(copy, 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
  });

  it('is copied once', async () => {
    const copy = join(folder, 'copies', 'postgres-18');
    await reachablePostgres(join(folder, 'native'), copy);
    writeFileSync(join(copy, 'mark'), '');
    await reachablePostgres(join(folder, 'native'), copy);
    expect(existsSync(join(copy, 'mark'))).toBe(true);
  });
});
