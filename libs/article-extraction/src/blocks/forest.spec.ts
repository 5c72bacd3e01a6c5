import { describe, expect, it } from '@jest/globals';
import { CompiledForest } from './forest.js';

/** Node 0: feature 1 ≤ 2 → leaf 1, else node 2: feature 0 ≤ 5 → leaf 3, else leaf 4. Node 5: a leaf. */
const forest = new CompiledForest({
  bias: 0,
  roots: [0, 5],
  feature: [1, -1, 0, -1, -1, -1],
  threshold: [2, -3, 5, 1, 4, 0.5],
  left: [1, -1, 3, -1, -1, -1],
});
const logOdds = (row: readonly number[], offset = 0): number => {
  const p = forest.probability(Float32Array.from(row), offset);
  return Number(Math.log(p / (1 - p)).toFixed(9));
};

describe('a forest', () => {
  it.each([
    [[0, 1], -2.5],
    [[0, 2], -2.5],
    [[5, 2.1], 1.5],
    [[5.1, 3], 4.5],
  ])('adds the leaves that a row comes to; a border belongs to the left: %j', (row, sum) =>
    expect(logOdds(row)).toBe(sum),
  );

  it('reads the row that begins where it is told', () => {
    expect(logOdds([0, 1, 5.1, 3], 2)).toBe(4.5);
  });

  it('of no trees is its bias', () => {
    const none = new CompiledForest({ bias: 0, roots: [], feature: [], threshold: [], left: [] });
    expect(none.probability(new Float32Array(2), 0)).toBe(0.5);
  });
});
