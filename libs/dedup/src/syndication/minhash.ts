import { decodeValues } from './codes.js';
import { fmix32 } from './mix.js';

/** Bins of a signature: 512 bytes, a standard error of the Jaccard estimate of at most 1 / (2 √128) = .044. */
export const BINS = 128;
const BIN_SHIFT = 25;
const VALUE_MASK = 0x1ff_ffff;
const EMPTY = 0xffff_ffff;

/** Words in a shingle: five are rare enough to be the text's own, few enough to survive an editor. */
export const SHINGLE_WORDS = 5;
const BASE = 0x9e3779b1;
const BASE_POWER = power(BASE, SHINGLE_WORDS - 1);

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i += 1) result = Math.imul(result, base);
  return result;
}

/** Number of shingles that so many words make. */
export function shingleCount(words: number): number {
  return Math.max(0, words - SHINGLE_WORDS + 1);
}

/**
 * The one-permutation MinHash of a sequence of word hashes: the hash's top bits choose the bin, the rest compete
 * in it, so that each shingle is hashed once and not 128 times. The polynomial rolls from shingle to shingle.
 * @param words at least `SHINGLE_WORDS` of them
 */
export function signWords(words: Int32Array): Uint32Array {
  const bins = new Uint32Array(BINS).fill(EMPTY);
  let rolling = 0;
  for (let at = 0; at < words.length; at += 1) {
    const leaving = at >= SHINGLE_WORDS ? (words[at - SHINGLE_WORDS] as number) : 0;
    rolling = Math.imul(rolling - Math.imul(leaving, BASE_POWER), BASE) + (words[at] as number);
    if (at < SHINGLE_WORDS - 1) continue;
    const hash = fmix32(rolling);
    const bin = hash >>> BIN_SHIFT;
    const value = hash & VALUE_MASK;
    if (value < (bins[bin] as number)) bins[bin] = value;
  }
  return densify(bins);
}

/**
 * Optimal densification (Shrivastava 2017): an empty bin borrows from a bin drawn by a hash of its own place and
 * the attempt, the same for every signature. Borrowing from a fixed neighbour would double the variance of
 * sparse signatures.
 */
function densify(bins: Uint32Array): Uint32Array {
  const dense = bins.slice();
  for (let bin = 0; bin < BINS; bin += 1) {
    for (let attempt = 1; dense[bin] === EMPTY; attempt += 1) {
      dense[bin] = bins[fmix32(Math.imul(bin + 1, BASE) + attempt) >>> BIN_SHIFT] as number;
    }
  }
  return dense;
}

/**
 * Share of equal bins: the estimate of the two shingle sets' Jaccard similarity. Bins may be cut to 16 bits: one
 * pair of different values in 65,536 is then taken for equal.
 */
export function shareOfEqualBins(
  a: Uint16Array | Uint32Array,
  b: Uint16Array | Uint32Array,
): number {
  let equal = 0;
  for (let bin = 0; bin < BINS; bin += 1) if (a[bin] === b[bin]) equal += 1;
  return equal / BINS;
}

/** @throws RangeError when the values are not a signature of `BINS` bins */
export function decodeBins(base64: string): Uint32Array {
  const bins = decodeValues(base64);
  if (bins.length !== BINS)
    throw new RangeError(`a signature has ${BINS} bins, not ${bins.length}`);
  return bins;
}
