import { describe, expect, it } from '@jest/globals';
import { fingerprint } from './fingerprint.js';
import { lshBands, lshRecall } from './lsh.js';
import { containment, isCopy, jaccard } from './similarity.js';

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ');
const print = (from: number, to: number) => fingerprint(words(from, to));

describe('the similarity of two texts', () => {
  it.each([
    [0, 600, 1],
    [100, 700, 0.71],
    [300, 900, 0.33],
    [600, 1200, 0],
  ])('from word %i to %i is estimated within .13 (three standard errors)', (from, to, expected) => {
    expect(Math.abs(jaccard(print(0, 600), print(from, to)) - expected)).toBeLessThan(0.13);
  });

  it('is the same both ways', () => {
    expect(jaccard(print(0, 300), print(100, 350))).toBe(jaccard(print(100, 350), print(0, 300)));
  });

  it('of fingerprints of two schemes, or without signature, is nothing', () => {
    const [a, b] = [print(0, 100), { ...print(0, 100), scheme: 'other' }];
    expect(jaccard(a, b)).toBe(0);
    expect(jaccard(fingerprint('two words'), fingerprint('two words'))).toBe(0);
    expect(containment(a, b)).toBe(0);
  });

  it('knows a text that lies whole in another', () => {
    expect(containment(print(0, 1000), print(0, 500))).toBeGreaterThan(0.85);
    expect(containment(print(0, 500), print(400, 900))).toBeLessThan(0.5);
  });

  it('calls an edited and a cut text a copy, a rewritten one not', () => {
    expect(isCopy(print(0, 400), print(40, 440))).toBe(true);
    expect(isCopy(print(0, 400), print(0, 220))).toBe(true);
    expect(isCopy(print(0, 400), print(250, 650))).toBe(false);
  });
});

describe('locality-sensitive hashing', () => {
  it('has 32 different buckets for a text, none for a short one', () => {
    expect(new Set(lshBands(print(0, 200))).size).toBe(32);
    expect(lshBands(fingerprint('short'))).toEqual([]);
  });

  it('gives signed 64-bit integers', () => {
    for (const band of lshBands(print(0, 200))) expect(BigInt.asIntN(64, band)).toBe(band);
  });

  it('finds copies at the rate that its curve promises', () => {
    expect(lshRecall(0.5)).toBeCloseTo(0.873, 3);
    expect(lshRecall(0.6)).toBeCloseTo(0.988, 3);
    expect(lshRecall(0.05)).toBeLessThan(0.0003);
    const found = Array.from({ length: 50 }, (_, i) => {
      const [a, b] = [print(i * 1000, i * 1000 + 300), print(i * 1000 + 60, i * 1000 + 360)];
      const buckets = new Set(lshBands(a));
      return lshBands(b).some((band) => buckets.has(band));
    });
    expect(found.filter(Boolean).length).toBeGreaterThan(46);
  });
});
