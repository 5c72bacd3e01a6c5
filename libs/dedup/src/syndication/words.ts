import {
  aloneUnits,
  BREAK,
  CAPITAL,
  DIGIT,
  folds,
  IGNORED,
  LOWER,
  SEPARATOR,
  traits,
} from './folds.js';
import { fmix32 } from './mix.js';

/** What a word looked like before it was folded: flags of `marks`. */
export const MARK = {
  /** It begins with a small letter. */
  lower: 1,
  /** It begins with a capital and has more than one unit. */
  capital: 2,
  digit: 4,
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

/** Folds compatibility forms, case, accents, and everything between words; one pass, linear in the length. */
export function foldText(text: string): FoldedText {
  const normal = text.normalize('NFKC');
  const hashes = new Int32Array(normal.length);
  const marks = new Uint8Array(normal.length);
  const units = new Uint16Array(2 * normal.length);
  let count = 0;
  let length = 0;
  let hash = FNV_BASIS;
  let begin = 0;
  let mark = 0;
  let first: number = MARK.first;
  const end = (): void => {
    hashes[count] = fmix32(hash);
    marks[count++] = length - begin === 1 ? mark & ~MARK.capital : mark;
    units[length++] = SEPARATOR;
    hash = FNV_BASIS;
    begin = length;
    first = 0;
  };
  for (let at = 0; at < normal.length; at += 1) {
    const unit = normal.charCodeAt(at);
    const folded = folds[unit] as number;
    if (folded > IGNORED) {
      const isAlone = aloneUnits[unit] === 1;
      if (isAlone && length > begin) end();
      const trait = traits[unit] as number;
      if (length === begin) mark = first | (trait & (CAPITAL | LOWER));
      mark |= trait & DIGIT;
      hash = Math.imul(hash ^ folded, FNV_PRIME);
      units[length++] = folded;
      if (isAlone) end();
    } else if (folded === SEPARATOR) {
      if (length > begin) end();
      if (traits[unit] === BREAK) first = MARK.first;
    }
  }
  if (length > begin) end();
  return {
    hashes: hashes.subarray(0, count),
    marks: marks.subarray(0, count),
    units: units.subarray(0, length),
  };
}
