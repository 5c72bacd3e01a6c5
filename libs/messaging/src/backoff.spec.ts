import { describe, expect, it } from '@jest/globals';

import { backoffMs, persistently } from './backoff.js';
import { ManualEnvironment } from './conformance/manual-environment.js';

const policy = { backoffMs: 100, maxBackoffMs: 1_000 };
const alive = new AbortController().signal;

describe('the pause between tries', () => {
  it('doubles up to its cap', () => {
    expect([0, 1, 2, 3, 4, 9].map((n) => backoffMs(n, policy, () => 1))).toEqual([
      100, 200, 400, 800, 1_000, 1_000,
    ]);
  });

  it('is spread over the whole of it by chance', () => {
    expect(backoffMs(2, policy, () => 0)).toBe(0);
    expect(backoffMs(2, policy, () => 0.25)).toBe(100);
  });
});

describe('what must not be left undone', () => {
  it('is tried until it works, and every failure is told', async () => {
    const environment = new ManualEnvironment();
    const told: string[] = [];
    let tries = 0;
    const result = await persistently(
      async () => {
        if (++tries < 4) throw new Error(`no ${tries}`);
        return 'done';
      },
      environment,
      alive,
      (error) => void told.push((error as Error).message),
    );
    expect(result).toBe('done');
    expect(told).toEqual(['no 1', 'no 2', 'no 3']);
    expect(environment.slept).toEqual([100, 200, 400]);
  });

  it('ends when the partition is lost', async () => {
    const controller = new AbortController();
    const failing = async () => {
      controller.abort(new Error('lost'));
      throw new Error('no');
    };
    await expect(
      persistently(failing, new ManualEnvironment(), controller.signal, () => undefined),
    ).rejects.toThrow('lost');
  });

  it('is given up when the listener says that time won’t heal it', async () => {
    const hopeless = () => Promise.reject(new Error('too large'));
    await expect(
      persistently(hopeless, new ManualEnvironment(), alive, (error) => {
        throw error;
      }),
    ).rejects.toThrow('too large');
  });
});
