import { type Spelling, spellingAt } from './spelling.js';
import { WordTable } from './word-table.js';

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
  readonly spelling: Spelling;
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

/** What stands between two words, and what it tells of the second. */
interface Gap {
  readonly text: string;
  readonly initial: boolean;
  readonly joined: boolean;
  readonly hyphened: boolean;
  readonly afterComma: boolean;
}

/** There are some dozens; most words have a blank before them and nothing else. */
const gaps = new WordTable<Gap>(gapOf, 1_024);
const BLANK = gapOf(' ');

function gapOf(text: string): Gap {
  return {
    text,
    initial: /[.!?:\n"“”]/.test(text),
    joined: /^(?: |-|– ?|\n)?$/.test(text),
    hyphened: text === '-' || text === '–',
    afterComma: /^,\s{1,2}$/.test(text),
  };
}

/** Splits into words; a possessive ending is left outside the word, an abbreviation's dot inside. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (let start = 0, end = 0; start < text.length; start = Math.max(end, start + 1)) {
    end = wordEnd(text, start);
    if (end === start) continue;
    const possessive = isPossessive(text, start, end);
    let spelling = spellingAt(text, start, possessive ? end - 2 : end);
    if (!possessive && text[end] === '.' && spelling.abbreviation)
      spelling = spellingAt(text, start, end + 1);
    const gap = gapAt(text, last, start);
    const first = tokens.length === 0;
    tokens.push({
      start,
      end: start + spelling.text.length,
      text: spelling.text,
      lower: spelling.lower,
      capitalised: spelling.capitalised,
      initial: first || gap.initial,
      joined: !first && gap.joined,
      hyphened: gap.hyphened,
      afterComma: gap.afterComma,
      possessive,
      spelling,
    });
    last = Math.max(end, start + spelling.text.length);
  }
  return tokens;
}

const gapAt = (text: string, from: number, to: number): Gap =>
  to === from + 1 && text.charCodeAt(from) === 0x20 ? BLANK : gaps.at(text, from, to);

/** Ends with an apostrophe and "s". */
function isPossessive(text: string, start: number, end: number): boolean {
  if (end < start + 2) return false;
  const mark = text.charCodeAt(end - 2);
  if (mark !== 0x27 && mark !== 0x2019) return false;
  const last = text.charCodeAt(end - 1);
  return last === 0x73 || last === 0x53;
}

/** Wire copy in capitals: a capital letter tells nothing there. */
export function isUpperCase(tokens: readonly Token[]): boolean {
  let words = 0;
  let upper = 0;
  for (const { text, spelling } of tokens) {
    if (text.length <= 3) continue;
    words++;
    if (spelling.shouted) upper++;
  }
  return words > 0 && upper > 0.7 * words;
}
