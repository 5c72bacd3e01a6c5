import { describe, expect, it } from '@jest/globals';
import { randomOf, zipf } from './random.js';

describe('random numbers of a bench', () => {
  it('are the same for a seed, and spread', () => {
    const [one, two] = [randomOf(7), randomOf(7)];
    const numbers = Array.from({ length: 1_000 }, one);
    expect(numbers).toEqual(Array.from({ length: 1_000 }, two));
    expect(numbers.reduce((sum, n) => sum + n) / 1_000).toBeCloseTo(0.5, 1);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
  });

  it('by rank fall on the first far more often, and within the list', () => {
    const random = randomOf(1);
    const ranks = Array.from({ length: 5_000 }, () => zipf(random, 1_000));
    const times = (rank: number) => ranks.filter((each) => each === rank).length;
    expect(times(0)).toBeGreaterThan(5 * times(10));
    expect(ranks.every((rank) => rank >= 0 && rank < 1_000)).toBe(true);
  });
});
