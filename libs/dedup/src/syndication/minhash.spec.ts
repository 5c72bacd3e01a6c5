import { describe, expect, it } from '@jest/globals';
import { BINS, decodeBins, shareOfEqualBins, shingleCount, signWords } from './minhash.js';
import { encodeValues } from './codes.js';
import { foldText } from './words.js';

const wordHashes = (text: string) => foldText(text).hashes;

const sign = (count: number, from = 0) =>
  signWords(wordHashes(Array.from({ length: count }, (_, i) => `w${from + i}`).join(' ')));

describe('a MinHash signature', () => {
  it('fills every bin, however few shingles there are', () => {
    for (const count of [5, 6, 20, 2000]) {
      const bins = sign(count);
      expect(bins).toHaveLength(BINS);
      expect(bins.every((value) => value < 2 ** 25)).toBe(true);
    }
  });

  it('does not depend on where in the text the shingles are', () => {
    const [a, b] = ['one two three four five', 'six seven eight nine ten'];
    // Only the shingles across the seam differ: 8 of 16.
    const swapped = shareOfEqualBins(
      signWords(wordHashes(`${a} ${b} ${a}`)),
      signWords(wordHashes(`${b} ${a} ${b}`)),
    );
    expect(swapped).toBeGreaterThan(0.5);
  });

  it('is of the words in their order', () => {
    const turned = shareOfEqualBins(
      signWords(wordHashes('one two three four five')),
      signWords(wordHashes('five four three two one')),
    );
    expect(turned).toBe(0);
  });

  it('travels as base64 and back', () => {
    const bins = sign(50);
    expect(decodeBins(encodeValues(bins))).toEqual(bins);
  });

  it('refuses bytes that are no signature', () => {
    expect(() => decodeBins('AAAA')).toThrow(RangeError);
  });

  it('counts no shingles below their width', () => {
    expect([0, 4, 5, 6].map(shingleCount)).toEqual([0, 0, 1, 2]);
  });
});
