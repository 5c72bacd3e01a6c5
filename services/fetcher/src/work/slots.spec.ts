import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Slots } from './slots.js';

/** Work that ends when told. */
function work(slots: Slots) {
  const { promise, resolve } = Promise.withResolvers<void>();
  slots.start(() => promise);
  return resolve;
}

describe('places for work', () => {
  it('are taken and left', async () => {
    const slots = new Slots({ quick: 2, slow: 1, slowAfterMs: 10_000 });
    const end = work(slots);
    work(slots)();
    await slots.whenFree();
    expect(slots.free).toBe(1);
    end();
    await slots.whenEmpty();
    expect(slots.free).toBe(2);
  });

  it('are left by those who turn out to be slow, as long as there is room for them', async () => {
    const slots = new Slots({ quick: 2, slow: 1, slowAfterMs: 20 });
    const ends = [work(slots), work(slots)];
    expect(slots.free).toBe(0);
    await slots.whenFree();
    await sleep(30);
    expect(slots.free).toBe(1);
    expect(slots.freeForUnproven).toBe(0);
    ends[0]?.();
    await sleep(1);
    // The place among the slow passes to the other one.
    expect(slots.free).toBe(2);
    ends[1]?.();
    await slots.whenEmpty();
    expect(slots.freeForUnproven).toBe(1);
  });

  it('can be left before the work ends, as long as not too much of it piles up', async () => {
    const slots = new Slots({ quick: 1, slow: 1, slowAfterMs: 10_000 });
    const { promise, resolve } = Promise.withResolvers<void>();
    for (let i = 0; i < 4; i++) {
      expect(slots.free).toBe(1);
      slots.start((leave) => {
        leave();
        return promise;
      });
    }
    expect(slots.free).toBe(0);
    resolve();
    await slots.whenEmpty();
    expect(slots.free).toBe(1);
  });

  it('give hosts that are slow or unknown no more than half, of places and of room', async () => {
    const slots = new Slots({ quick: 4, slow: 4, slowAfterMs: 30 });
    const { promise, resolve } = Promise.withResolvers<void>();
    expect(slots.freeForUnproven).toBe(2);
    slots.start(() => promise, true);
    slots.start(() => promise, true);
    expect([slots.free, slots.freeForUnproven]).toEqual([2, 0]);
    await sleep(50);
    expect([slots.free, slots.freeForUnproven]).toEqual([4, 0]);
    resolve();
    await slots.whenEmpty();
    expect(slots.freeForUnproven).toBe(2);
  });
});
