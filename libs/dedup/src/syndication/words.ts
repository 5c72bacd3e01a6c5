import { ALONE, BREAK, CAPITAL, DIGIT, folds, IGNORED, LOWER, SEPARATOR } from './folds.js';
import { fmix32 } from './mix.js';

/** What a word looked like before it was folded: flags of `marks`. */
export const MARK = {
  /** It begins with a small letter. */
  lower: LOWER >> 16,
  /** It begins with a capital and has more than one unit. */
  capital: CAPITAL >> 16,
  /** It begins with a digit. */
  digit: DIGIT >> 16,
  /** It stands at a sentence's beginning, or behind a colon or quotation mark, where capitals say nothing. */
  first: 8,
} as const;

/** A text with everything folded that does not change its words. */
export interface FoldedText {
  /** Each word as a well mixed 32-bit hash of its units; no string is built of any. */
  readonly hashes: Int32Array;
  /** Flags of `MARK`, a word each. */
  readonly marks: Uint8Array;
  /** The words themselves with one separator behind each: equal means the same words in the same order. */
  readonly units: Uint16Array;
}

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Folds compatibility forms, case, accents, and everything between words; one pass, linear in the length. Written
 * without an inner function: variables that one would share cost half as much again.
 */
export function foldText(text: string): FoldedText {
  const normal = unitsOf(text.normalize('NFKC'));
  const hashes = new Int32Array(normal.length);
  const marks = new Uint8Array(normal.length);
  const units = new Uint16Array(2 * normal.length);
  let count = 0;
  let length = 0;
  let first: number = MARK.first;
  for (let at = 0; at < normal.length;) {
    let entry = folds[normal[at] as number] as number;
    let folded = entry & 0xffff;
    if (folded <= IGNORED) {
      if (entry & BREAK) first = MARK.first;
      at += 1;
      continue;
    }
    const begin = length;
    const begun = entry;
    let hash = FNV_BASIS;
    while (folded !== SEPARATOR) {
      if (folded !== IGNORED) {
        if (entry & ALONE && length > begin) break;
        hash = Math.imul(hash ^ folded, FNV_PRIME);
        units[length++] = folded;
      }
      at += 1;
      if (entry & ALONE || at === normal.length) break;
      entry = folds[normal[at] as number] as number;
      folded = entry & 0xffff;
    }
    marks[count] = first | markOf(begun, length - begin);
    hashes[count++] = fmix32(hash);
    units[length++] = SEPARATOR;
    first = 0;
  }
  return {
    hashes: hashes.subarray(0, count),
    marks: marks.subarray(0, count),
    units: units.subarray(0, length),
  };
}

/** Copied out at once: asking a string for its units one by one costs as much as all the rest. */
function unitsOf(text: string): Uint16Array {
  const { buffer, byteOffset } = Buffer.from(text, 'utf16le');
  return new Uint16Array(buffer, byteOffset, text.length);
}

/** @param begun the entry of the word's first unit */
function markOf(begun: number, length: number): number {
  const mark = (begun & (LOWER | CAPITAL | DIGIT)) >> 16;
  return length === 1 ? mark & ~MARK.capital : mark;
}
