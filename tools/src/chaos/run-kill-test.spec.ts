import { describe, expect, it } from '@jest/globals';
import { roundsOf } from './run-kill-test.js';

describe('the kills', () => {
  it('are one round when they are few', () =>
    expect(roundsOf({ kills: 20, articles: 200, seed: 5 })).toEqual([
      { kills: 20, articles: 200, seed: 5 },
    ]));

  it('come in equal rounds otherwise, each with a seed of its own', () => {
    const rounds = roundsOf({ kills: 120, articles: 1_001, seed: 5 });
    expect(rounds.map(({ kills }) => kills)).toEqual([40, 40, 40]);
    expect(rounds.reduce((sum, { articles }) => sum + articles, 0)).toBe(1_001);
    expect(rounds.map(({ seed }) => seed)).toEqual([5, 6, 7]);
  });
});
