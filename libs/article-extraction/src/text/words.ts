/** Scripts that write no blanks between words: each letter counts as a word. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]|[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text in lower case, without punctuation. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** The letters and digits of a text in lower case, nothing between them: equal for texts that differ in punctuation. */
export const lettersOf = (text: string): string =>
  text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/** How much of the shorter of two texts' words the other has too, 0 to 1. */
export function sharedWords(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  if (few.length === 0) return 0;
  return few.filter((word) => many.has(word)).length / few.length;
}
