import { ABBREVIATIONS, STATE_ABBREVIATIONS } from './words.js';

/** A word of the text with what its spelling tells. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  readonly capitalised: boolean;
  /** First word of a sentence, where a capital says nothing. */
  readonly initial: boolean;
  /** Only spaces or a hyphen stand between this word and the one before it. */
  readonly joined: boolean;
  /** A hyphen or dash without spaces stands between this word and the one before it. */
  readonly hyphened: boolean;
  /** A comma and spaces stand between this word and the one before it. */
  readonly afterComma: boolean;
  /** "'s" follows. */
  readonly possessive: boolean;
}

const WORD = /(?:\p{Lu}\p{Ll}?\.){2,}|[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)?/uy;

/** Where the word that begins at `at` ends; `at` itself where none does. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (isPlain(text.charCodeAt(end))) end++;
  // Most words are of ASCII letters, and a blank or a comma follows: such need no expression.
  if (end === at ? text.charCodeAt(at) < 0x80 : !mayGoOn(text.charCodeAt(end))) return end;
  WORD.lastIndex = at;
  return WORD.test(text) ? WORD.lastIndex : at;
}

const isPlain = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39);

/** Apostrophes, points and all that is not ASCII. */
const mayGoOn = (unit: number): boolean => unit >= 0x80 || unit === 0x27 || unit === 0x2e;

const BLANK = 0x20;

/** Splits into words; a possessive ending is left outside the word, an abbreviation's dot inside. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (let start = 0, end = 0; start < text.length; start = Math.max(end, start + 1)) {
    end = wordEnd(text, start);
    if (end === start) continue;
    const found = text.slice(start, end);
    const possessive = isPossessive(found);
    let word = possessive ? found.slice(0, -2) : found;
    if (!possessive && text[end] === '.' && isAbbreviation(word)) word += '.';
    // Most words have a blank before them and nothing else.
    const blank = start === last + 1 && text.charCodeAt(last) === BLANK;
    const gap = blank ? ' ' : text.slice(last, start);
    const lower = word.toLowerCase();
    tokens.push({
      start,
      end: start + word.length,
      text: word,
      lower,
      capitalised: lower !== word && isCapital(word),
      initial: tokens.length === 0 || (!blank && /[.!?:\n"“”]/.test(gap)),
      joined: tokens.length > 0 && (blank || /^(?: |-|– ?|\n)?$/.test(gap)),
      hyphened: gap === '-' || gap === '–',
      afterComma: !blank && /^,\s{1,2}$/.test(gap),
      possessive,
    });
    last = start + Math.max(word.length, found.length);
  }
  return tokens;
}

/** Whether a word that is not all in small letters begins with a capital; most begin with a letter of ASCII. */
function isCapital(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first < 0x80) return first >= 0x41 && first <= 0x5a;
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}

/** Ends with an apostrophe and "s". */
function isPossessive(word: string): boolean {
  const { length } = word;
  if (length < 2) return false;
  const mark = word.charCodeAt(length - 2);
  if (mark !== 0x27 && mark !== 0x2019) return false;
  const last = word.charCodeAt(length - 1);
  return last === 0x73 || last === 0x53;
}

/** "St.", "Minn.", "J.": the dot belongs to the word and ends no sentence. */
function isAbbreviation(word: string): boolean {
  if (word.length === 1) return word !== word.toLowerCase();
  const lower = word.toLowerCase();
  return ABBREVIATIONS.has(lower) || STATE_ABBREVIATIONS.has(lower);
}

/** Wire copy in capitals: a capital letter tells nothing there. */
export function isUpperCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.text.length > 3);
  const upper = words.filter((token) => token.text === token.text.toUpperCase());
  return words.length > 0 && upper.length > 0.7 * words.length;
}
