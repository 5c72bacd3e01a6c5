import { describe, expect, it } from '@jest/globals';
import { Score, toponymModel } from './weights.js';

describe('a score', () => {
  it('is the sum of the weights of what is added, unknown features nothing', () => {
    const score = new Score({ a: 2, b: -1 });
    score.add('a');
    score.add('b', 3);
    score.add('c', 100);
    expect(score.sum).toBe(-1);
  });
});

describe('the fitted weights', () => {
  const { alone, together } = toponymModel();

  it('are finite, for both looks', () => {
    const all = [...Object.values(alone), ...Object.values(together)];
    expect(all.length).toBeGreaterThan(100);
    expect(all.every(Number.isFinite)).toBe(true);
  });

  it('hold what everyone knows: "in" for a place, a title against one, the state for its town', () => {
    expect(together['after:title']).toBeLessThan(0);
    expect(together['contained']).toBeGreaterThan(1);
    expect(together['division']).toBeGreaterThan(0);
  });
});
