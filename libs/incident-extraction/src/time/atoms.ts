import type { Token } from '../text/tokens.js';
import { type Word, wordOf } from './lexicon.js';
import { WordSet } from '../language/word-list.js';

/** The smallest piece that a time is read from: a token, or a part of a compound one. */
export interface Atom {
  readonly low: string;
  /** Position of its token in the sentence. */
  readonly token: number;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  /** A whole or decimal number written in digits; NaN for anything else. */
  readonly number: number;
  readonly word: Word | undefined;
}

const NONE: Atom = {
  low: '',
  token: -1,
  start: -1,
  end: -1,
  capital: false,
  number: NaN,
  word: undefined,
};

/** The atom at a place; one that is nothing beyond either end. */
export const at = (atoms: readonly Atom[], i: number): Atom => (i < 0 ? NONE : (atoms[i] ?? NONE));

/** Whether the atom follows its forerunner without a blank. */
export const touches = (atoms: readonly Atom[], i: number): boolean =>
  i > 0 && i < atoms.length && atoms[i]!.start === atoms[i - 1]!.end;

/** Whether a pattern that begins with a digit may hold: most words are asked for several, and have none. */
export const beginsWithDigit = (low: string): boolean =>
  low.charCodeAt(0) >= 48 && low.charCodeAt(0) <= 57;

const DIGITS = /^\d+(?:\.\d+)?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+$/;

/** What a token's word is to times; noted on its spelling. */
function timeWord({ low, spelling }: Token): Word | undefined {
  if (!spelling) return wordOf(low);
  if (spelling.time === undefined) spelling.time = wordOf(low) ?? null;
  return spelling.time ?? undefined;
}

/** Whether a sentence can hold a time at all: one look at each token. */
export function mayHoldTime(tokens: readonly Token[]): boolean {
  for (const token of tokens) {
    const { low, kind } = token;
    if (kind === 'mark') continue;
    if (kind === 'number') {
      if (low.length >= 4 || !(low.charCodeAt(low.length - 1) < 58)) return true;
    } else if (timeWord(token)?.anchor || (mayBeCut(token) && isCompound(low))) return true;
  }
  return tokens.some((_, i) => isTimeByPlace(tokens, i));
}

/** Short numbers make a date by what joins them (3/4, 70's), hours and days by the words before them. */
function isTimeByPlace(tokens: readonly Token[], i: number): boolean {
  const { low } = tokens[i]!;
  switch (low) {
    case '/':
    case '-':
    case ':':
    case "'s":
    case 's':
      return tokens[i - 1]?.kind === 'number';
    case 'future':
    case 'p':
    case 'q':
      return true;
    case 'time':
      return tokens[i - 1]?.low === 'this';
    case 'on':
    case 'the':
      return isCardinal(tokens[i + 1]);
    case 'from':
    case 'between':
      return i + 1 < tokens.length && timeWord(tokens[i + 1]!)?.cardinal !== undefined;
    default:
      return false;
  }
}

const isCardinal = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'number' || timeWord(token)?.cardinal !== undefined);

/** Whether a token has a hyphen: a plain one has none, and needs no search. */
const mayBeCut = ({ low, spelling }: Token): boolean => !spelling?.plain && low.includes('-');

/** Cuts compounds such as "mid-November", "16-hour", "Nov-Feb" where a part of them is of time. */
export function atomsOf(tokens: readonly Token[]): Atom[] {
  const atoms: Atom[] = [];
  tokens.forEach((token, i) => {
    const { low } = token;
    const word = timeWord(token);
    if (!word && mayBeCut(token) && low.length > 1 && isCompound(low)) {
      let from = 0;
      for (const piece of low.match(PIECES)!) {
        atoms.push(part(token, i, from, from + piece.length));
        from += piece.length;
      }
    } else {
      // "THE REBELS MAY STRIKE": in capitals the month is not told from the verb by its letters.
      const capital = token.capital && token.text !== 'MAY';
      atoms.push(atom(low, i, token.start, token.end, capital, word));
    }
  });
  return atoms;
}

/** Parts of a compound: hyphens, ordinals, numerals, letters ("am-12am" has four). */
const PIECES = /-|\d+(?:st|nd|rd|th)(?![^-])|\d+(?:[.:]\d+)*|[^-\d]+/g;

const MODIFIERS = new WordSet(['mid', 'early', 'late', 'pre', 'post']);
const isCompound = (low: string): boolean =>
  low.split('-').some((piece) => wordOf(piece) !== undefined || MODIFIERS.has(piece)) ||
  /^\d/.test(low);

function part(token: Token, i: number, from: number, to: number): Atom {
  const low = token.low.slice(from, to);
  const first = token.text[from] ?? '';
  const capital = first !== first.toLowerCase();
  return atom(low, i, token.start + from, token.start + to, capital, wordOf(low));
}

function atom(
  low: string,
  token: number,
  start: number,
  end: number,
  capital: boolean,
  word: Word | undefined,
): Atom {
  let number = NaN;
  if (beginsWithDigit(low)) {
    if (DIGITS.test(low)) number = Number(low);
    else if (GROUPED.test(low)) number = Number(low.replaceAll(',', ''));
  }
  return { low, token, start, end, capital, number, word };
}
