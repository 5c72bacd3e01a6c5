import { readData } from '../lexicon/data.js';
import { PhraseIndex } from '../lexicon/phrase-index.js';
import { WordSet } from '../language/word-list.js';

/** How a number is bounded: strictly or not, from below or above, about, exactly. */
export type Bound = '>' | '>=' | '<' | '<=' | '~' | '=';

/** An ordinal told from somewhere else than the beginning ("last", "next"). */
export interface RelativeOrdinal {
  readonly relativeTo: 'end' | 'current';
  readonly offset: number;
}

interface NumberFile {
  units: Record<string, number>;
  ordinals: Record<string, number>;
  denominators: Record<string, number>;
  scales: Record<string, number>;
  suffixes: Record<string, number>;
  groups: Record<string, number>;
  vague: Record<string, number>;
  none: string[];
  relative: Record<string, ['end' | 'current', number]>;
  bounds: Record<Bound, string[]>;
  afterBounds: Record<'>=' | '<=' | '=', string[]>;
  notCountedAfter: string[];
  notCountedBefore: string[];
}

const file = readData<NumberFile>('numbers.json');
const map = (record: Record<string, number>): ReadonlyMap<string, number> =>
  new Map(Object.entries(record));

/** "three", "forty": words below a hundred. */
export const units = map(file.units);
/** "hundred", "million": what multiplies. */
export const scales = map(file.scales);
/** "1.2m", "10 bln": what multiplies digits only. */
export const suffixes = map(file.suffixes);
/** "dozen", "score": what is counted in. */
export const groups = map(file.groups);
/** "several", "dozens": by ACLED's rule. */
export const vague = map(file.vague);
export const none = new WordSet(file.none);
/** "third", "millionth". */
export const ordinals = map(file.ordinals);
export const relative: ReadonlyMap<string, RelativeOrdinal> = new Map(
  Object.entries(file.relative).map(([word, [relativeTo, offset]]) => [
    word,
    { relativeTo, offset },
  ]),
);

/** What a fraction divides by, and whether the word is a plural ("fifths", "halves"). */
export interface Denominator {
  readonly value: number;
  readonly plural: boolean;
}

/** "fifth", "fifths", "quarters"; "second" and "first" divide nothing. */
export const denominators: ReadonlyMap<string, Denominator> = new Map([
  ...Object.entries(file.ordinals)
    .filter(([, value]) => value > 2)
    .flatMap(([word, value]): [string, Denominator][] => [
      [word, { value, plural: false }],
      [`${word}s`, { value, plural: true }],
    ]),
  ...Object.entries(file.denominators).map(([word, value]): [string, Denominator] => [
    word,
    { value, plural: word.endsWith('s') },
  ]),
]);

function index<K extends string>(lists: Record<K, string[]>): PhraseIndex<K> {
  const phrases = new PhraseIndex<K>();
  for (const kind of Object.keys(lists) as K[]) {
    for (const phrase of lists[kind]) phrases.add(phrase, kind);
  }
  return phrases;
}

/** "at least", "fewer than": what stands before a number. */
export const boundsBefore = index<Bound>(file.bounds);
/** "or more": what stands behind it. */
export const boundsAfter = index<'>=' | '<=' | '='>(file.afterBounds);

/** Behind these words a number counts no people. */
export const notCountedAfter = new WordSet(file.notCountedAfter);
export const notCountedBefore = new WordSet(file.notCountedBefore);
