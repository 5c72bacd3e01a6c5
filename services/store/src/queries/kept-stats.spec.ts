import { describe, expect, it } from '@jest/globals';
import type { Queryable } from '@tocsin/persistence';
import { KeptStats } from './kept-stats.js';

/** A database on which counting takes so many ms. */
function scene(tookMs: number) {
  const clock = { now: 0, counted: 0, isAway: false };
  const query = async (sql: string) => {
    if (clock.isAway) throw new Error('away');
    if (!sql.includes('FROM tally')) return [{}];
    clock.counted += 1;
    clock.now += tookMs;
    return [{ name: 'articles', n: clock.counted }];
  };
  const stats = new KeptStats({ query } as unknown as Queryable, () => clock.now);
  return { clock, stats };
}

describe('counting', () => {
  it('is done once for all who ask meanwhile', async () => {
    const { clock, stats } = scene(100);
    const answers = await Promise.all([stats.read(), stats.read(), stats.read()]);
    expect(answers.map(({ articles }) => articles)).toEqual([1, 1, 1]);
    expect(clock.counted).toBe(1);
  });

  it('rests twenty times as long as it took', async () => {
    const { clock, stats } = scene(100);
    await stats.read();
    clock.now = 100 + 1_999;
    expect((await stats.read()).articles).toBe(1);
    clock.now = 100 + 2_000;
    expect((await stats.read()).articles).toBe(2);
  });

  it('that failed is done again by the next who asks', async () => {
    const { clock, stats } = scene(1);
    clock.isAway = true;
    await expect(stats.read()).rejects.toThrow('away');
    clock.isAway = false;
    expect((await stats.read()).articles).toBe(1);
  });
});
