import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Batcher } from './batcher.js';

function recording(lanes = 1, maxItems = 3) {
  const batches: number[][] = [];
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const batcher = new Batcher<number, number>(
    async (items) => {
      batches.push([...items]);
      await gate;
      return items.map((item) => item * 10);
    },
    maxItems,
    lanes,
  );
  return { batcher, batches, open };
}

describe('a batcher', () => {
  it('gives each caller its own result of a shared round', async () => {
    const { batcher, batches, open } = recording();
    open();
    expect(await Promise.all([1, 2, 3].map((n) => batcher.add(n)))).toEqual([10, 20, 30]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('gathers while a round is under way, and keeps rounds within their size', async () => {
    const { batcher, batches, open } = recording();
    const first = batcher.add(1);
    await sleep(20);
    const others = [2, 3, 4, 5].map((n) => batcher.add(n));
    open();
    await Promise.all([first, ...others]);
    expect(batches).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('runs as many rounds at once as it has lanes', async () => {
    const { batcher, batches, open } = recording(2, 1);
    const first = batcher.add(1);
    const all = [first, batcher.add(2), batcher.add(3)];
    await sleep(30);
    expect(batches).toEqual([[1], [2]]);
    open();
    await Promise.all(all);
    expect(batches).toEqual([[1], [2], [3]]);
  });

  it('tells every caller of a round that failed, and goes on', async () => {
    let fails = true;
    const batcher = new Batcher<number, number>(async (items) => {
      if (fails) throw new Error('down');
      return items;
    }, 10);
    await expect(Promise.all([batcher.add(1), batcher.add(2)])).rejects.toThrow('down');
    fails = false;
    expect(await batcher.add(3)).toBe(3);
  });
});
