import { describe, expect, it } from '@jest/globals';
import { halfOf, shuffledById } from './halves.js';

const cases = Array.from({ length: 1_000 }, (_, i) => ({ id: `case-${i}` }));

describe('the halves of a set', () => {
  it('are nearly of one size, and always the same', () => {
    const read = cases.filter(({ id }) => halfOf(id) === 'read');
    // Three standard deviations of a fair coin.
    expect(Math.abs(read.length - 500)).toBeLessThan(48);
    expect(['a', 'b', 'c'].map(halfOf)).toEqual(['a', 'b', 'c'].map(halfOf));
  });

  it('are in an order of their own', () => {
    const shuffled = shuffledById(cases);
    expect(new Set(shuffled)).toEqual(new Set(cases));
    expect(shuffled).not.toEqual(cases);
    expect(shuffledById(cases.toReversed())).toEqual(shuffled);
  });
});
