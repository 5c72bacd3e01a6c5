import { type Atom, at } from './atoms.js';
import type { Bound } from './expression.js';

/** What opens an end of time, as words; longer ones first. */
const BEFORE: readonly (readonly [string, Bound])[] = [
  ['no later than', 'until'],
  ['not later than', 'until'],
  ['on or before', 'until'],
  ['on or after', 'since'],
  ['as early as', 'since'],
  ['as late as', 'until'],
  ['as of', 'since'],
  ['later than', 'after'],
  ['greater than', 'after'],
  ['newer than', 'after'],
  ['more recent than', 'after'],
  ['any time from', 'since'],
  ['anytime from', 'since'],
  ['any time after', 'after'],
  ['anytime after', 'after'],
  ['any time before', 'before'],
  ['anytime before', 'before'],
  ['not before', 'since'],
  ['not after', 'until'],
  ['at the latest by', 'until'],
  ['up until', 'until'],
  ['up till', 'until'],
  ['up to', 'until'],
  ['earlier than', 'before'],
  ['sooner than', 'before'],
  ['older than', 'before'],
  ['prior to', 'before'],
  ['starting from', 'since'],
  ['starting on', 'since'],
  ['starting', 'since'],
  ['beginning on', 'since'],
  ['beginning in', 'since'],
  ['beginning', 'since'],
  ['ever since', 'since'],
  ['since', 'since'],
  ['before', 'before'],
  ['after', 'after'],
  ['until', 'until'],
  ['till', 'until'],
  ['by', 'by'],
];

const AFTER: readonly (readonly [string, Bound])[] = [
  ['or later', 'since'],
  ['and later', 'since'],
  ['or after', 'since'],
  ['and after', 'since'],
  ['or newer', 'since'],
  ['or greater', 'since'],
  ['and greater', 'since'],
  ['or above', 'since'],
  ['and above', 'since'],
  ['or beyond', 'since'],
  ['and beyond', 'since'],
  ['at the earliest', 'since'],
  ['at the latest', 'until'],
  ['and onward', 'since'],
  ['and onwards', 'since'],
  ['onward', 'since'],
  ['onwards', 'since'],
  ['or earlier', 'until'],
  ['and earlier', 'until'],
  ['or before', 'until'],
  ['and before', 'until'],
  ['or older', 'until'],
];

interface Opened {
  readonly words: readonly string[];
  readonly bound: Bound;
}
/** By first word: most words begin none. */
const byFirst = (list: readonly (readonly [string, Bound])[]): ReadonlyMap<string, Opened[]> =>
  Map.groupBy(
    list.map(([words, bound]) => ({ words: words.split(' '), bound })),
    ({ words }) => words[0]!,
  );
const PREPOSITIONS = byFirst(BEFORE);
const SUFFIXES = byFirst(AFTER);

export interface BoundHit {
  readonly bound: Bound;
  readonly to: number;
}

function match(a: readonly Atom[], i: number, list: typeof PREPOSITIONS): BoundHit | null {
  const found = list
    .get(at(a, i).low)
    ?.find(({ words }) => words.every((word, n) => at(a, i + n).low === word));
  return found ? { bound: found.bound, to: i + found.words.length } : null;
}

/** "since", "no later than", "prior to" and the atom after; "the beginning of" is a stretch. */
export function boundBefore(a: readonly Atom[], i: number): BoundHit | null {
  // "year greater than 2012", "the year before 2012" is another.
  const year = at(a, i).low === 'year' && at(a, i + 2).low === 'than' ? 1 : 0;
  const hit = match(a, i + year, PREPOSITIONS);
  return hit && at(a, hit.to).low !== 'of' ? hit : null;
}

/** "or later", "and before" where the clause ends there: "and after the meeting" is another bound. */
export function boundAfter(a: readonly Atom[], i: number): BoundHit | null {
  const hit = match(a, i, SUFFIXES);
  const end = hit && (hit.to >= a.length || /^[.,;:!?)]$/.test(a[hit.to]!.low));
  return end ? hit : null;
}
