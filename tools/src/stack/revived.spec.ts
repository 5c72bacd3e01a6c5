import { describe, expect, it } from '@jest/globals';
import type { Child } from './processes/child.js';
import { revived } from './revived.js';

const childOf = (ended: boolean): Child => ({
  name: 'base',
  pid: 1,
  logFile: '/nowhere/base.log',
  exited: Promise.resolve({ code: 1, signal: null }),
  hasExited: () => ended,
  stop: async () => undefined,
  stopQuickly: async () => undefined,
});

/** Lives come in this order; the last one stays. */
function runOf(lives: boolean[]) {
  const started: string[] = [];
  const revive = async (name: string) => {
    started.push(name);
    return childOf(lives.length > 1 ? (lives.shift() as boolean) : (lives[0] as boolean));
  };
  return { started, revive };
}

describe('a base that is started again', () => {
  it('is waited for until it answers', async () => {
    const run = runOf([false]);
    let looks = 0;
    await revived(run, 'kafka', async () => ++looks === 3, 1);
    expect(run.started).toEqual(['kafka']);
    expect(looks).toBe(3);
  });

  it('is started once more when what its former life left made it end', async () => {
    const run = runOf([true, true, false]);
    await revived(run, 'postgres', async () => run.started.length === 3, 1);
    expect(run.started).toHaveLength(3);
  });

  it('is given up when it ends every time', async () => {
    const run = runOf([true]);
    await expect(revived(run, 'postgres', async () => false, 1)).rejects.toThrow(
      'postgres did not start again',
    );
    expect(run.started).toHaveLength(10);
  });
});
