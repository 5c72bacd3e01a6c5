import { ABBREVIATIONS, STATE_ABBREVIATIONS } from './words.js';
import type { Institution } from './origin.js';
import { ownCopy, WordTable } from './word-table.js';

/** What all words that are spelled alike share. */
export interface Spelling {
  readonly text: string;
  readonly lower: string;
  readonly capitalised: boolean;
  /** Has no small letter. */
  readonly shouted: boolean;
  /** "St", "Minn", "J": a dot behind it belongs to the word and ends no sentence. */
  readonly abbreviation: boolean;
  /** What it tells of institutions, null if nothing; kept by `originOf`. */
  institution: Institution | null | undefined;
}

/** Some thousand articles have so many. */
const words = new WordTable<Spelling>(spell, 32_768);

/** The spelling of `text[from, to)`. */
export const spellingAt = (text: string, from: number, to: number): Spelling =>
  words.at(text, from, to);

function spell(text: string): Spelling {
  const lower = text.toLowerCase();
  return {
    text,
    lower: lower === text ? text : ownCopy(lower),
    capitalised: lower !== text && isCapital(text),
    shouted: text === text.toUpperCase(),
    abbreviation:
      text.length === 1
        ? text !== lower
        : ABBREVIATIONS.has(lower) || STATE_ABBREVIATIONS.has(lower),
    institution: undefined,
  };
}

/** Whether a word that is not all in small letters begins with a capital. */
function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
