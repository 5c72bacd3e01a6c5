import { describe, expect, it } from '@jest/globals';
import { CompiledForest } from '../blocks/forest.js';
import type { GrowthOptions, Samples } from './grow-forest.js';
import { growForest } from './grow-forest.js';

const options: GrowthOptions = {
  trees: 30,
  depth: 3,
  rate: 0.3,
  lambda: 1,
  minChild: 0.5,
  rowShare: 0.8,
  featureShare: 1,
  seed: 1,
};

/** A grid of 20 × 20 points with a third value that says nothing. */
function samples(label: (x: number, y: number) => boolean, weight = (_x: number) => 1): Samples {
  const points = Array.from({ length: 400 }, (_, i) => [i % 20, Math.floor(i / 20), (i * 7) % 13]);
  return {
    rows: Float32Array.from(points.flat()),
    width: 3,
    labels: Uint8Array.from(points.map(([x = 0, y = 0]) => Number(label(x, y)))),
    weights: Float32Array.from(points.map(([x = 0]) => weight(x))),
  };
}

/** Share of the samples that a forest grown on them judges right. */
function rightShare(known: Samples, forest = growForest(known, options)): number {
  const compiled = new CompiledForest(forest);
  let right = 0;
  known.labels.forEach((label, row) => {
    const p = compiled.probability(known.rows, row * known.width);
    if (p >= 0.5 === (label === 1)) right++;
  });
  return right / known.labels.length;
}

describe('a forest that is grown', () => {
  it('learns where the border is', () => {
    expect(rightShare(samples((x) => x > 6))).toBe(1);
  });

  it('learns what only two values together tell', () => {
    expect(rightShare(samples((x, y) => x > 6 !== y > 11))).toBeGreaterThan(0.98);
  });

  it('learns what lies between two borders', () => {
    expect(rightShare(samples((x) => x > 6 && x < 14))).toBe(1);
  });

  it('takes no notice of what weighs nothing', () => {
    const known = samples((x) => x > 6, (x) => (x < 10 ? 1 : 0)); // prettier-ignore
    const contrary = { ...known, labels: known.labels.map((one, i) => (i % 20 < 10 ? one : 0)) };
    expect(growForest(contrary, options)).toEqual(growForest(known, options));
  });

  it('is the same for the same seed, and another for another', () => {
    const known = samples((x, y) => x > 6 !== y > 11);
    const grow = (seed: number) => growForest(known, { ...options, seed });
    expect(grow(1)).toEqual(grow(1));
    expect(grow(2)).not.toEqual(grow(1));
  });

  it('has the trees that it was asked for, no deeper than asked', () => {
    const { roots, feature } = growForest(samples((x) => x > 6), { ...options, depth: 1 }); // prettier-ignore
    expect(roots).toHaveLength(30);
    expect(feature.length).toBeLessThanOrEqual(3 * 30);
  });

  it('begins with the share of what is so', () => {
    const { bias } = growForest(samples((x) => x < 5), { ...options, trees: 0 }); // prettier-ignore
    expect(bias).toBeCloseTo(Math.log(1 / 3));
  });

  it('finds a border among more values than bins', () => {
    const rows = Float32Array.from({ length: 2_000 }, (_, i) => i / 7);
    const labels = Uint8Array.from(rows, (value) => Number(value > 100));
    const many = { rows, width: 1, labels, weights: new Float32Array(2_000).fill(1) };
    expect(rightShare(many)).toBeGreaterThan(0.98);
  });
});
