import { describe, expect, it } from '@jest/globals';
import { figure, toll, weightOf } from './format-figures.js';

const of = (low: number | null, best: number | null, high: number | null) => ({
  low,
  best,
  high,
  basis: 'stated' as const,
  claims: [],
});

describe('a figure as people read it', () => {
  it.each([
    [of(7, 7, 7), '7'],
    [of(2, 2, null), '2+'],
    [of(5, 7, 9), '5–9'],
    [of(5, 7, null), '7 (5+)'],
    [of(null, null, 9), '≤ 9'],
    [of(null, 1_200, null), '1,200'],
    [of(null, null, null), 'some'],
  ])('%j is %s', (given, expected) => expect(figure(given)).toBe(expected));
});

describe('the toll in one line', () => {
  it('names the dead first and leaves out what nobody reported', () => {
    expect(toll({ killed: of(3, 3, 3), injured: of(10, 10, null) })).toBe('3 killed, 10+ injured');
    expect(toll({ killed: null, injured: of(1, 1, 1) })).toBe('1 injured');
    expect(toll({ killed: null, injured: null })).toBe('');
  });

  it('that is stated to be none is said', () => {
    expect(toll({ killed: of(0, 0, 0), injured: null })).toBe('0 killed');
  });
});

describe('what a figure is drawn by', () => {
  it('is its best value, or what comes nearest to it', () => {
    expect([of(5, 7, 9), of(5, null, 9), of(null, null, 9), null].map(weightOf)).toEqual([
      7, 5, 9, 0,
    ]);
  });
});
