import { BLANK, kindAt } from '../gate-words.js';
import { type Spelling, spellingAt } from './spelling.js';

/** One token; offsets are UTF-16 code units into the article text. */
export interface Token {
  readonly text: string;
  readonly low: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** Begins with a capital; says nothing in upper-case wire text. */
  readonly capital: boolean;
  /** What it shares with all that are spelled alike; undefined of pieces of tokens. */
  readonly spelling: Spelling | undefined;
  /** Which lexicons' phrases may begin here, one bit each; kept by `PhraseIndex`, for itself. */
  opens: number;
  /** The same for this token and all behind it in its sentence; kept by `markAhead`. */
  ahead: number;
}

/** What nobody has looked at yet: any lexicon's phrase may begin there. */
export const UNKNOWN = -1;

/**
 * Abbreviations with inner points, hyphenated ages, numbers with their separators, words, the
 * genitive, and any other single character. Linear: no alternative can backtrack into another.
 */
const TOKEN =
  /(?:\p{L}\.){2,}|\d+(?:-\p{L}+)+|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|m|k)?(?![\p{L}\d])|\d+|['’][sS](?!\p{L})|\p{L}+(?:['’](?![sS](?!\p{L}))\p{L}+)*(?:-[\p{L}\d]+)*|[^\s]/uy;

/** Where the token that begins at `at` ends; the expression takes one wherever there is no blank. */
function tokenEnd(text: string, at: number): number {
  TOKEN.lastIndex = at;
  TOKEN.test(text);
  return TOKEN.lastIndex;
}

/** The same for most words, without the expression: ASCII letters and nothing that could go on; else 0. */
function plainEnd(text: string, at: number): number {
  let end = at;
  while (isAsciiLetter(text.charCodeAt(end))) end++;
  if (end < at + 2) return 0;
  const next = text[end] ?? ' ';
  return next < '\u0080' && next !== "'" && next !== '-' ? end : 0;
}

const isAsciiLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);

/** Splits a stretch of text; `offset` is where it begins in the article text. */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + 1;
    if (kindAt(text, at) === BLANK) continue;
    end = plainEnd(text, at) || tokenEnd(text, at);
    const spelling = spellingAt(text, at, end);
    tokens.push({
      text: spelling.text,
      low: spelling.low,
      start: offset + at,
      end: offset + end,
      kind: spelling.kind,
      capital: spelling.capital,
      spelling,
      opens: UNKNOWN,
      ahead: UNKNOWN,
    });
  }
  return tokens;
}
