import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { identify, isAlive, startOf } from './identity.js';

const STAT = '4711 (node) S 1 4711 4711 0 -1 4194304 9 0 0 0 1 2 0 0 20 0 11 0 987654 1 2';

describe('telling a process from a later one with the same id', () => {
  it('reads the start from the field after the command', () => {
    expect(startOf(STAT)).toBe('987654');
  });

  it('is not fooled by blanks and brackets in the command', () => {
    expect(startOf(STAT.replace('(node)', '(a) b (c d)'))).toBe('987654');
  });

  it('counts a zombie as dead', () => {
    expect(startOf(STAT.replace(' S ', ' Z '))).toBeUndefined();
  });

  it('knows this process', () => {
    const self = identify(process.pid);
    expect(self?.pid).toBe(process.pid);
    expect(self && isAlive(self)).toBe(true);
  });

  it('does not take another process with the same id for it', () => {
    expect(isAlive({ pid: process.pid, startedAt: 'long ago' })).toBe(false);
  });

  it('sees that a process has ended', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const identity = identify(child.pid ?? 0);
    expect(identity && isAlive(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(identity && isAlive(identity)).toBe(false);
  });

  it('finds nothing for an id that no process can have', () => {
    expect(identify(2 ** 30)).toBeUndefined();
  });
});
