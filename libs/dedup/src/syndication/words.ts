import { aloneUnits, folds, IGNORED, SEPARATOR } from './folds.js';
import { fmix32 } from './mix.js';

/** A text with everything folded that does not change its words. */
export interface FoldedText {
  /** Each word as a well mixed 32-bit hash of its units; no string is built of any. */
  readonly hashes: Int32Array;
  /** The words themselves with one separator behind each: equal means the same words in the same order. */
  readonly units: Uint16Array;
}

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Folds compatibility forms, case, accents, and everything between words; one pass, linear in the length. */
export function foldText(text: string): FoldedText {
  const normal = text.normalize('NFKC');
  const hashes = new Int32Array(normal.length);
  const units = new Uint16Array(2 * normal.length);
  let count = 0;
  let length = 0;
  let hash = FNV_BASIS;
  let begin = 0;
  const end = (): void => {
    hashes[count++] = fmix32(hash);
    units[length++] = SEPARATOR;
    hash = FNV_BASIS;
    begin = length;
  };
  for (let at = 0; at < normal.length; at += 1) {
    const unit = normal.charCodeAt(at);
    const folded = folds[unit] as number;
    if (folded > IGNORED) {
      const isAlone = aloneUnits[unit] === 1;
      if (isAlone && length > begin) end();
      hash = Math.imul(hash ^ folded, FNV_PRIME);
      units[length++] = folded;
      if (isAlone) end();
    } else if (folded === SEPARATOR && length > begin) end();
  }
  if (length > begin) end();
  return { hashes: hashes.subarray(0, count), units: units.subarray(0, length) };
}
