import { describe, expect, it } from '@jest/globals';
import { seeded } from '../corpus/random.js';
import { type Candidate, draw, drawCases, sharesOf } from './draw.js';

describe('the share of each set', () => {
  it('is the same for all, the first ones giving the odd ones', () => {
    expect(sharesOf(10, [99, 99, 99])).toEqual([4, 3, 3]);
  });

  it('is what a small set has, and the others give the rest', () => {
    expect(sharesOf(10, [99, 2, 99])).toEqual([4, 2, 4]);
    expect(sharesOf(10, [1, 0, 2])).toEqual([1, 0, 2]);
  });
});

describe('a draw', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i);

  it('is the same for the same seed, another for another', () => {
    const [a, b, c] = [7, 7, 8].map((seed) => draw(10, hundred, seeded(seed)));
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
  });

  it('has nobody twice, and all where so many are wanted', () => {
    expect(new Set(draw(60, hundred, seeded(1))).size).toBe(60);
    expect(draw(200, hundred, seeded(1)).toSorted((a, b) => a - b)).toEqual(hundred);
  });

  it('is fair', () => {
    const random = seeded(3);
    const hits = Array<number>(10).fill(0);
    for (let i = 0; i < 5_000; i++)
      for (const each of draw(3, hits.keys().toArray(), random)) hits[each]!++;
    // 1,500 each is expected, with a standard deviation of 32.
    for (const each of hits) expect(Math.abs(each - 1_500)).toBeLessThan(160);
  });

  it('is of every set', () => {
    const pool = (set: string) => hundred.map(() => ({ set }) as Candidate);
    const cases = drawCases(6, 1, new Map(['a', 'b'].map((set) => [set, pool(set)])));
    expect(cases.map(({ set }) => set)).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
  });
});
