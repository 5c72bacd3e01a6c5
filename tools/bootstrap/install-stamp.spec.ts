import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isInstalled, lockHash, markInstalled } from './install-stamp.mjs';

describe('knowing whether the dependencies are up to date', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'tocsin-stamp-'));
    writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion":3}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is not, on a fresh clone', () => {
    expect(isInstalled(root)).toBe(false);
  });

  it('is, once an install was marked', () => {
    mkdirSync(join(root, 'node_modules'));
    markInstalled(root);
    expect(isInstalled(root)).toBe(true);
  });

  it('is not any more when the lock file changed', () => {
    mkdirSync(join(root, 'node_modules'));
    markInstalled(root);
    writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
    expect(isInstalled(root)).toBe(false);
  });

  it('is not any more when node_modules was removed', () => {
    mkdirSync(join(root, 'node_modules'));
    markInstalled(root);
    rmSync(join(root, 'node_modules'), { recursive: true });
    expect(isInstalled(root)).toBe(false);
  });

  it('depends on the bytes of the lock file alone', () => {
    const before = lockHash(root);
    writeFileSync(join(root, 'package.json'), '{}');
    expect(lockHash(root)).toBe(before);
  });
});
