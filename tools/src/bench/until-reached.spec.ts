import { describe, expect, it } from '@jest/globals';
import { untilReached } from './until-reached.js';

const patience = (stalledMs: number, signal = new AbortController().signal) => ({
  who: 'The line',
  lookMs: 1,
  stalledMs,
  signal,
});

describe('waiting for a goal', () => {
  it('ends when it is reached', async () => {
    let done = 0;
    await untilReached(async () => ++done, 5, patience(10_000));
    expect(done).toBe(5);
  });

  it('gives up when nothing moves any more, and says where', async () => {
    await expect(untilReached(async () => 3, 5, patience(20))).rejects.toThrow(
      'The line stands still at 3 of 5.',
    );
  });

  it('gives up when it is told to', async () => {
    const stopped = new AbortController();
    const waiting = untilReached(async () => 3, 5, patience(10_000, stopped.signal));
    stopped.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
