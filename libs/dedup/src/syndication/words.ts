import {
  ALONE,
  BREAK,
  CAPITAL,
  DIGIT,
  folds,
  IGNORED,
  LOWER,
  SEPARATOR,
  UNSETTLED,
} from './folds.js';
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

/** Room to fold a text in. */
export interface Desk {
  /** The text's units as they are read. */
  readonly read: Uint16Array;
  readonly bytes: Buffer;
  readonly hashes: Int32Array;
  readonly marks: Uint8Array;
  readonly units: Uint16Array;
}

/** @param units UTF-16 units that the longest text has that fits, after its normalisation */
export function deskFor(units: number): Desk {
  const read = new Uint16Array(units);
  return {
    read,
    bytes: Buffer.from(read.buffer),
    hashes: new Int32Array(units),
    marks: new Uint8Array(units),
    units: new Uint16Array(2 * units),
  };
}

/**
 * Folds compatibility forms, case, accents, and everything between words; one pass, linear in the length. Written
 * without an inner function: variables that one would share cost half as much again.
 * @param shared a desk to fold on, if the text fits: what is returned then lasts until the next text comes to it.
 * Made for each text, desks cost as much as folding does, most of it the collector's time.
 */
export function foldText(text: string, shared?: Desk): FoldedText {
  let desk = shared && text.length <= shared.read.length ? shared : deskFor(text.length);
  let size = layOut(text, desk);
  if (!isNormal(desk.read, size)) {
    const normal = text.normalize('NFKC');
    if (normal.length > desk.read.length) desk = deskFor(normal.length);
    size = layOut(normal, desk);
  }
  const { read, hashes, marks, units } = desk;
  let count = 0;
  let length = 0;
  let first: number = MARK.first;
  for (let at = 0; at < size;) {
    let entry = folds[read[at] as number] as number;
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
      if (entry & ALONE || at === size) break;
      entry = folds[read[at] as number] as number;
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
function layOut(text: string, { bytes }: Desk): number {
  bytes.write(text, 'utf16le');
  return text.length;
}

/** Whether the units surely are in NFKC; asking a string to be normalised costs as much as a quarter of folding it. */
function isNormal(read: Uint16Array, size: number): boolean {
  for (let at = 0; at < size; at += 1)
    if ((folds[read[at] as number] as number) & UNSETTLED) return false;
  return true;
}

/** @param begun the entry of the word's first unit */
function markOf(begun: number, length: number): number {
  const mark = (begun & (LOWER | CAPITAL | DIGIT)) >> 16;
  return length === 1 ? mark & ~MARK.capital : mark;
}
