/** Letters that NFKD leaves whole; GeoNames' own ASCII column writes them so. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ə: 'a',
};

/**
 * The form in which names are compared: lower case, no diacritics, hyphens and dots as single spaces,
 * apostrophes dropped. Null when something outside ASCII is left: another script has another index.
 */
export function foldName(name: string): string | null {
  // Most names are plain, and are looked up in every text.
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(name)) return name.toLowerCase();
  const folded = name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðþłħıə]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘ʻʼ`]/g, '')
    .replace(/[-.,–/()\s]+/g, ' ')
    .trim();
  return /^[\x20-\x7e]+$/.test(folded) ? folded : null;
}

/** FNV-1a over UTF-16 code units, 32 bit (Fowler, Noll, Vo). */
export function hashName(folded: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < folded.length; i++) {
    hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** `hashName` of the ASCII bytes from `start` to before `end`. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash >>> 0;
}
