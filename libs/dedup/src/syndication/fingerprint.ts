import { createHash, hash } from 'node:crypto';
import type { Fingerprint } from '@tocsin/contracts';
import { encodeValues } from './codes.js';
import { shingleCount, signWords } from './minhash.js';
import { sketchNames } from './names.js';
import { deskFor, foldText } from './words.js';

/**
 * One-permutation hashing, 128 bins, shingles of 5 words, 64 pairs of names, the second way of folding words. A
 * change of any of it needs a new name: signatures lie in topics and tables, and those of two schemes are never
 * compared.
 */
export const FINGERPRINT_SCHEME = 'oph128-w5-n64-v3';

/** Texts with fewer shingles are not signed: what a notice and a headline share says nothing about copying. */
export const MIN_SHINGLES = 16;

/**
 * UTF-16 units that are folded and signed. A longer text's rest enters the exact hash as it is, so that cost and
 * memory are bounded (folding can grow a text eighteenfold) and equal hashes still mean equal words.
 */
export const MAX_SIGNED_LENGTH = 1 << 17;

/** Six times the length of an article in the mean; longer texts get a desk of their own. */
const desk = deskFor(1 << 15);

/**
 * The near-duplicate fingerprint of a text. Never throws: any length, lone surrogates and NULs included.
 * The exact hash is of little-endian units, which is how every machine that we build for lays them out.
 */
export function fingerprint(text: string): Fingerprint {
  const folded = foldText(text.slice(0, MAX_SIGNED_LENGTH), desk);
  const shingles = shingleCount(folded.hashes.length);
  const isSigned = shingles >= MIN_SHINGLES;
  return {
    scheme: FINGERPRINT_SCHEME,
    exact:
      text.length <= MAX_SIGNED_LENGTH
        ? hash('sha256', folded.units)
        : createHash('sha256')
            .update(folded.units)
            .update(text.slice(MAX_SIGNED_LENGTH), 'utf8')
            .digest('hex'),
    minhash: isSigned ? encodeValues(signWords(folded.hashes)) : '',
    names: isSigned ? encodeValues(sketchNames(folded)) : '',
    shingles,
  };
}
