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
const REMEMBERED = 32_768;
/** Open addressing, at most half full. */
const SLOTS = 2 * REMEMBERED;
/** Farthest that a spelling lies from its slot; one for which there is no room is made anew each time. */
const PROBES = 16;
/** Longer ones are no words that come again. */
const LONGEST = 24;

const hashes = new Uint32Array(SLOTS);
const known: (Spelling | undefined)[] = new Array<Spelling | undefined>(SLOTS).fill(undefined);
let size = 0;

/** How many spellings are remembered now. */
export const spellingsKnown = (): number => size;

/** The spelling of `text[from, to)`, looked up without cutting it out. */
export function spellingAt(text: string, from: number, to: number): Spelling {
  if (to - from > LONGEST) return spell(text.slice(from, to));
  // FNV-1a over UTF-16 code units (Fowler, Noll, Vo).
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash >>>= 0;
  let slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
  for (let probe = 0; probe < PROBES; probe++) {
    const each = known[slot];
    if (each === undefined) return remember(slot, hash, text.slice(from, to));
    if (hashes[slot] === hash && isAt(each.text, text, from, to)) return each;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return spell(text.slice(from, to));
}

function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  }
  return true;
}

function remember(slot: number, hash: number, text: string): Spelling {
  if (size >= REMEMBERED) {
    known.fill(undefined);
    size = 0;
  }
  const spelling = spell(unique(text));
  hashes[slot] = hash;
  known[slot] = spelling;
  size++;
  return spelling;
}

const table = Object.create(null) as Record<string, true>;

/**
 * The engine's one copy of a string: what is cut from a text would keep all of the text in memory, and copies
 * are compared, and found in sets, by their address.
 */
function unique(text: string): string {
  table[text] = true;
  const [own = text] = Object.keys(table);
  delete table[text];
  return own;
}

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
    low: low === text ? text : unique(low),
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
