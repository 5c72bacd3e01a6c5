import { existsSync, mkdtempSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROOT, sharedFolder, runFolders } from './folders.js';

describe('where a run keeps its things', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'tocsin-folders-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is below the ignored folder of the checkout otherwise', () => {
    expect(runFolders(root, 'start', false)).toEqual({
      records: join(root, '.tocsin', 'run'),
      logs: join(root, '.tocsin', 'start', 'logs'),
      kafka: join(root, '.tocsin', 'start', 'kafka'),
      postgres: join(root, '.tocsin', 'start', 'postgres'),
      all: [join(root, '.tocsin', 'start')],
    });
  });

  it('keeps runs apart by their label, with records in common', () => {
    const start = runFolders(root, 'start', false);
    const test = runFolders(root, 'test-1', false);
    expect(test.kafka).not.toBe(start.kafka);
    expect(test.records).toBe(start.records);
  });

  it('is this checkout', () => {
    expect(existsSync(join(ROOT, 'package-lock.json'))).toBe(true);
  });

  it('is outside where another user must enter, and pointed to', () => {
    const folders = runFolders(root, 'start', true);
    expect(folders.postgres.startsWith(sharedFolder())).toBe(true);
    expect(readlinkSync(join(root, '.tocsin', 'start', 'postgres'))).toBe(folders.postgres);
    expect(folders.all).toContain(dirname(folders.postgres));
    rmSync(dirname(dirname(folders.postgres)), { recursive: true });
  });
});

describe('the folder that others can enter', () => {
  it('is entered by everyone and written by its owner alone', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'tocsin-shared-')), 'shared');
    expect(statSync(sharedFolder(folder)).mode & 0o777).toBe(0o755);
    rmSync(dirname(folder), { recursive: true });
  });
});
