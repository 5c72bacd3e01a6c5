import { ownCopy, WordTable } from '@tocsin/geocoding';
import type { WordClass } from '../syntax/word-classes.js';
import type { Word } from '../time/lexicon.js';

/**
 * What all tokens that are spelled alike share. Grammars note here what they know of the spelling by itself: a
 * text's words are mostly those of the texts before it, and one look-up serves all grammars.
 */
export interface Spelling {
  readonly text: string;
  readonly low: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Begins with a capital; says nothing in upper-case wire text. */
  readonly capital: boolean;
  /** In lower case nothing but the letters from a to z, or nothing but digits. */
  readonly plain: boolean;
  /** Which lexicons' phrases may begin with it, as of so many phrases; kept by `PhraseIndex`. */
  opens: number;
  asOf: number;
  /** What it is to the grammar of times, null if nothing; kept by that. */
  time: Word | null | undefined;
  /** What it is to the tagger, in text with small letters and in capitals; kept by that. */
  classes: readonly WordClass[] | undefined;
  capitalClasses: readonly WordClass[] | undefined;
}

/** Most spellings that are remembered: those of some thousand articles. Beyond it all are forgotten. */
const table = new WordTable<Spelling>(spell, 32_768);

/** How many spellings are remembered now. */
export const spellingsKnown = (): number => table.size;

/** The spelling of `text[from, to)`, looked up without cutting it out. */
export const spellingAt = (text: string, from: number, to: number): Spelling =>
  table.at(text, from, to);

/** What `Spelling.plain` says. */
export const isPlainWord = (low: string): boolean => /^(?:[a-z]+|[0-9]+)$/.test(low);

function spell(text: string): Spelling {
  const first = text[0] ?? '';
  const digit = first >= '0' && first <= '9';
  const letter = !digit && (/[a-z]/i.test(first) || /\p{L}/u.test(first));
  const lower = text.toLowerCase();
  const low = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
  return {
    text,
    low: low === text ? text : ownCopy(low),
    kind: digit ? 'number' : letter ? 'word' : 'mark',
    capital: letter && lower !== text && first !== lower[0],
    plain: isPlainWord(low),
    opens: 0,
    asOf: -1,
    time: undefined,
    classes: undefined,
    capitalClasses: undefined,
  };
}
