import { BoundedMap } from '../language/bounded-map.js';
import type { WordClass } from '../syntax/word-classes.js';
import type { Word } from '../time/lexicon.js';

/**
 * What all tokens that are spelled alike share. Lexicons note here what they know of it, each for itself: a
 * text's words are mostly those of the texts before it, and one look-up serves them all.
 */
export interface Spelling {
  readonly text: string;
  readonly low: string;
  readonly kind: 'word' | 'number' | 'mark';
  readonly capital: boolean;
  /** Which lexicons' phrases may begin here, as of an edition of them; kept by `PhraseIndex`. */
  opens: number;
  edition: number;
  /** What it is to the grammar of times; null if nothing. Kept by `time/lexicon.ts`. */
  time: Word | null | undefined;
  /** What it is to the tagger, in text with small letters and in capitals; kept by it. */
  classes: readonly WordClass[] | undefined;
  capitalClasses: readonly WordClass[] | undefined;
}

/** The words of some thousand articles: 6 MB. */
const REMEMBERED = 30_000;
/** Longer words are made anew: cut from a text, they would keep it in memory as long as themselves. */
const LONGEST = 12;
const known = new BoundedMap<Spelling>(REMEMBERED);

/** How many spellings are remembered now. */
export const spellingsKnown = (): number => known.size;

export function spellingOf(text: string): Spelling {
  if (text.length > LONGEST) return spell(text);
  return known.get(text) ?? known.set(text, spell(text));
}

function spell(text: string): Spelling {
  const first = text[0] ?? '';
  const digit = first >= '0' && first <= '9';
  const letter = !digit && (/[a-z]/i.test(first) || /\p{L}/u.test(first));
  const low = text.toLowerCase();
  return {
    text,
    low: low.includes('’') ? low.replaceAll('’', "'") : low,
    kind: digit ? 'number' : letter ? 'word' : 'mark',
    capital: letter && low !== text && first !== low[0],
    opens: 0,
    edition: -1,
    time: undefined,
    classes: undefined,
    capitalClasses: undefined,
  };
}
