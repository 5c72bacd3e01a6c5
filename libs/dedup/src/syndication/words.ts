import { fmix32 } from './mix.js';

/** What a UTF-16 code unit is to the tokeniser. */
const SEPARATOR = 0;
const WORD = 1;
/** Scripts written without spaces: every character stands for itself, or a sentence would be one token. */
const ALONE = 2;

const word = /[\p{L}\p{N}\p{M}]/u;
const alone =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** One class per code unit, so that the hot loop asks no regular expression. Surrogates count as letters. */
const classes = Uint8Array.from({ length: 0x1_0000 }, (_, unit) => {
  if (unit >= 0xd800 && unit <= 0xdfff) return WORD;
  const character = String.fromCharCode(unit);
  if (alone.test(character)) return ALONE;
  return word.test(character) ? WORD : SEPARATOR;
});

/** Folds what does not change the words: case, compatibility forms, and (in `wordHashes`) everything between. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The words of a folded text, each as a well mixed 32-bit hash of its UTF-16 units; no string is built. */
export function wordHashes(folded: string): Int32Array {
  const hashes = new Int32Array(folded.length);
  let count = 0;
  let hash = 0;
  let inWord = false;
  for (let at = 0; at < folded.length; at += 1) {
    const unit = folded.charCodeAt(at);
    const kind = classes[unit];
    if (inWord && kind !== WORD) {
      hashes[count++] = fmix32(hash);
      inWord = false;
    }
    if (kind === WORD) {
      hash = Math.imul((inWord ? hash : 0x811c9dc5) ^ unit, 0x01000193);
      inWord = true;
    } else if (kind === ALONE) {
      hashes[count++] = fmix32(Math.imul(0x811c9dc5 ^ unit, 0x01000193));
    }
  }
  if (inWord) hashes[count++] = fmix32(hash);
  return hashes.subarray(0, count);
}

/** A folded text with every run of separators as one space: equal means the same words in the same order. */
export function joinWords(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}\p{M}\p{Cs}]+/gu, ' ').trim();
}
