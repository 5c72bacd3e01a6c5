/** Runs of letters, digits and their marks. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(words(text));

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** By code unit: 0 not asked yet, 1 part of a word, 2 not. */
const KNOWN = new Uint8Array(0x10000);
const isPartOfWord = (code: number): boolean =>
  (KNOWN[code] ||=
    code >= 0xd800 && code < 0xe000 ? 1 : WORD.test(String.fromCharCode(code)) ? 1 : 2) === 1;

function words(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && isPartOfWord(text.charCodeAt(at))) continue;
    if (at > from) found.push(text.slice(from, at).toLowerCase());
    from = at + 1;
  }
  return found;
}

/** Letters and digits alone, lower case: what is compared of two texts. */
export const squeezed = (text: string): string => words(text).join('');

/** Share of a text's words that are among `known`, 0 to 1. */
export function overlap(text: string, known: ReadonlySet<string>): number {
  if (known.size === 0) return 0;
  const own = words(text);
  let common = 0;
  for (const word of own) if (known.has(word)) common++;
  return own.length === 0 ? 0 : common / own.length;
}

/** Whether two texts are the same but for case and punctuation; two empty ones are not. */
export function sameWords(a: string, b: string): boolean {
  if (!mayBeSame(a, b)) return false;
  const letters = squeezed(a);
  return letters !== '' && letters === squeezed(b);
}

/**
 * False where two texts differ in a letter or digit of ASCII before any letter of others: most do in one of their first,
 * and need not be put into small letters.
 */
function mayBeSame(a: string, b: string): boolean {
  for (let i = 0, j = 0; ; i++, j++) {
    while (i < a.length && !isPartOfWord(a.charCodeAt(i))) i++;
    while (j < b.length && !isPartOfWord(b.charCodeAt(j))) j++;
    if (i >= a.length || j >= b.length) return i >= a.length && j >= b.length;
    const [one, other] = [a.charCodeAt(i), b.charCodeAt(j)];
    if (one >= 0x80 || other >= 0x80) return true;
    if (small(one) !== small(other)) return false;
  }
}

/** The small letter of one of ASCII. */
const small = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 32 : code);
