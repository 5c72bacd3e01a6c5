import type { Hedge, SourceClass } from '@tocsin/contracts';
import { readData } from '../lexicon/data.js';
import { verbForms } from '../lexicon/inflect.js';
import { PhraseIndex } from '../lexicon/phrase-index.js';
import type { Token } from '../text/tokens.js';

/** How a verb of saying presents what is said. */
export type Manner = Exclude<Hedge, 'unknown'>;

interface AttributionFile {
  verbs: Record<Manner, string[]>;
  hedges: Record<'alleged' | 'reported' | 'unknown', string[]>;
  classes: Record<string, string[]>;
}

const file = readData<AttributionFile>('attribution.json');

function index<T extends string>(phrases: Record<string, string[]>): PhraseIndex<T> {
  const found = new PhraseIndex<T>();
  for (const [value, words] of Object.entries(phrases)) {
    for (const word of words) found.add(word.replaceAll("'s", " 's"), value as T);
  }
  return found;
}

function loadSayings(): PhraseIndex<Manner> {
  const found = new PhraseIndex<Manner>();
  for (const [manner, lemmas] of Object.entries(file.verbs)) {
    for (const lemma of lemmas) {
      const [verb, ...rest] = lemma.split(' ');
      const forms = lemma === 'according to' ? [verb!] : Object.values(verbForms(verb!));
      for (const form of forms) found.add([form, ...rest].join(' '), manner as Manner);
    }
  }
  return found;
}

/** Verbs of saying in all their forms, and "according to". */
export const sayings: PhraseIndex<Manner> = loadSayings();

/** Adverbs and phrases that weaken what is told. */
export const hedges: PhraseIndex<Hedge> = index<Hedge>(file.hedges);

const classes = index<SourceClass>(file.classes);

/** The class of a source by its words; the last one that is known decides. Null without any. */
export function sourceClass(words: readonly Token[]): SourceClass | null {
  return classes.findAll(words).at(-1)?.value ?? null;
}

const STRENGTH: readonly Hedge[] = ['asserted', 'reported', 'alleged', 'unknown', 'denied'];

/** The weaker of two hedges. */
export const weaker = (a: Hedge, b: Hedge): Hedge =>
  STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;
