import { describe, expect, it } from '@jest/globals';
import { workerLoop } from './worker-loop.js';

const pauses = { idleMs: 1, maxIdleMs: 2, errorMs: 1 };

describe('a worker', () => {
  it('goes on while there is work, rests when there is none, and ends when told', async () => {
    const stop = new AbortController();
    const answers = [true, false, true];
    let calls = 0;
    await workerLoop(
      async () => {
        calls += 1;
        if (answers.length === 0) stop.abort();
        return answers.shift() ?? false;
      },
      pauses,
      stop.signal,
      () => undefined,
    );
    expect(calls).toBe(4);
  });

  it('survives an error and says so', async () => {
    const stop = new AbortController();
    const errors: unknown[] = [];
    let calls = 0;
    await workerLoop(
      async () => {
        calls += 1;
        if (calls === 1) throw new Error('away');
        stop.abort();
        return false;
      },
      pauses,
      stop.signal,
      (error) => errors.push(error),
    );
    expect(errors).toEqual([new Error('away')]);
    expect(calls).toBe(2);
  });

  it('is told to stop while it rests and does not sleep on', async () => {
    const stop = new AbortController();
    const started = performance.now();
    const loop = workerLoop(
      async () => false,
      { idleMs: 60_000, maxIdleMs: 60_000, errorMs: 1 },
      stop.signal,
      () => undefined,
    );
    stop.abort();
    await loop;
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
