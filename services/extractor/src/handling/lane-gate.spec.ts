import { describe, expect, it } from '@jest/globals';
import type { BatchHandler } from '@tocsin/messaging';
import { context } from '../testing/fetched.js';
import { LaneGate } from './lane-gate.js';

/** A clock that moves only by sleeping. */
function fakeClock() {
  let now = 0;
  const sleeps: number[] = [];
  const sleep = (ms: number): Promise<void> => {
    sleeps.push(ms);
    now += ms;
    return Promise.resolve();
  };
  return { now: () => now, sleep, sleeps };
}
const done: BatchHandler<never> = () => Promise.resolve([]);
const never: BatchHandler<never> = () => new Promise(() => undefined);
const config = { idleMs: 100, maxWaitMs: 1_000 };

describe('the backfill lane', () => {
  it('goes ahead at once while there is no live work', async () => {
    const clock = fakeClock();
    await new LaneGate(config, clock).backfill(done)([], context());
    expect(clock.sleeps).toEqual([]);
  });

  it('waits until the live lane has been idle for long enough', async () => {
    const clock = fakeClock();
    const gate = new LaneGate(config, clock);
    await gate.live(done)([], context());
    await gate.backfill(done)([], context());
    expect(clock.sleeps).toEqual([100]);
  });

  it('goes ahead after its longest wait, so that it never starves', async () => {
    const clock = fakeClock();
    const gate = new LaneGate(config, clock);
    void gate.live(never)([], context());
    await gate.backfill(done)([], context());
    expect(clock.now()).toBe(1_000);
  });

  it('stops waiting when its partition is lost', async () => {
    const gate = new LaneGate(config, fakeClock());
    void gate.live(never)([], context());
    const lost = context(AbortSignal.abort(new Error('lost')));
    await expect(gate.backfill(done)([], lost)).rejects.toThrow('lost');
  });

  it('is not held up by a live batch that failed', async () => {
    const clock = fakeClock();
    const gate = new LaneGate(config, clock);
    const failing = gate.live(() => Promise.reject(new Error('away')));
    await expect(failing([], context())).rejects.toThrow('away');
    await gate.backfill(done)([], context());
    expect(clock.now()).toBe(100);
  });
});
