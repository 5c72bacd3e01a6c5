import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withLock } from './lock.mjs';

describe('two set-ups at the same time', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tocsin-lock-'));
    file = join(folder, 'run', 'setup.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('never overlap', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await sleep(20);
      inside--;
    };
    await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)]);
    expect(most).toBe(1);
  });

  it('tell once that they wait', async () => {
    let told = 0;
    const slow = () => sleep(600);
    await Promise.all([
      withLock(file, slow),
      withLock(
        file,
        async () => undefined,
        () => told++,
      ),
    ]);
    expect(told).toBe(1);
  });

  it('give the lock back when the work fails', async () => {
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('take over the lock of a process that died', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    await withLock(file, async () => undefined);
    writeFileSync(file, String(dead));
    await expect(withLock(file, async () => 'done')).resolves.toBe('done');
  });

  it('return what the work returns', async () => {
    await expect(withLock(file, async () => 42)).resolves.toBe(42);
  });
});
