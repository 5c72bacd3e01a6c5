import { describe, expect, it } from '@jest/globals';
import { modelOf, Score, Scores, toponymModel } from './weights.js';

describe('a score', () => {
  it('is the sum of the weights of what is added, unknown features nothing', () => {
    const score = new Score(modelOf({ alone: {}, together: { a: 2, b: -1 } }));
    score.add('a');
    score.add('b', 3);
    score.add('c', 100);
    expect(score.sum).toBe(-1);
  });

  it('goes on from what was added before', () => {
    const score = new Score(modelOf({ alone: {}, together: { a: 2 } }), 5);
    score.add('a');
    expect(score.sum).toBe(7);
  });
});

describe('the scores of both looks', () => {
  it('are summed at once, each by its own weights', () => {
    const scores = new Scores(modelOf({ alone: { a: 2 }, together: { a: 3, b: -1 } }));
    scores.add('a', 2);
    scores.add('b');
    scores.add('c');
    expect([scores.alone, scores.together]).toEqual([4, 5]);
  });
});

describe('the fitted weights', () => {
  const model = toponymModel();
  const together = (name: string): number => model.get(name)?.together ?? 0;

  it('are finite, for both looks', () => {
    const all = [...model.values()].flatMap(({ alone, together }) => [alone, together]);
    expect(all.length).toBeGreaterThan(100);
    expect(all.every(Number.isFinite)).toBe(true);
  });

  it('hold what everyone knows: "in" for a place, a title against one, the state for its town', () => {
    expect(together('after:title')).toBeLessThan(0);
    expect(together('contained')).toBeGreaterThan(1);
    expect(together('division')).toBeGreaterThan(0);
  });
});
