import { describe, expect, it } from '@jest/globals';
import { weigh } from './pair-model.js';

const model = { bias: -2, weights: { day: 1.5, place: 2 } } as const;

describe('a pair under fitted weights', () => {
  it('has the log-odds that its features sum up to, and says which', () => {
    expect(weigh({ day: 1, place: 0.25 }, model)).toEqual({
      score: 0,
      features: { bias: -2, day: 1.5, place: 0.5 },
    });
  });

  it('is no likelier by what it has not, nor by what has no weight', () => {
    const other: Partial<Record<'day' | 'place' | 'name', number>> = { day: 0, name: 1 };
    expect(weigh(other, model)).toEqual({ score: -2, features: { bias: -2, name: 0 } });
  });

  it('does not hang on the order of its features', () => {
    const weights = { a: 0.1, b: 0.2, c: 0.3 };
    const sum = weigh({ a: 1, b: 1, c: 1 }, { bias: 0, weights });
    expect(weigh({ c: 1, b: 1, a: 1 }, { bias: 0, weights }).score).toBe(sum.score);
  });
});
