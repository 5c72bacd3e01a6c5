import type { Realis } from '@tocsin/contracts';
import { readData } from './data.js';
import { verbForms } from './inflect.js';
import { WordSet } from '../language/word-list.js';

interface RealisFile {
  verbs: Record<string, string[]>;
  before: Record<string, string[]>;
  demanding: string[];
  pending: Record<string, string[]>;
}

const file = readData<RealisFile>('realis.json');

function load(): ReadonlyMap<string, Realis> {
  const governing = new Map<string, Realis>();
  for (const [realis, lemmas] of Object.entries(file.verbs)) {
    for (const lemma of lemmas) {
      for (const form of Object.values(verbForms(lemma))) governing.set(form, realis as Realis);
    }
  }
  return governing;
}

/** What a verb says of the act that it governs ("tried to kill"): by each of its forms. */
export const governingVerbs: ReadonlyMap<string, Realis> = load();

/** What a word before a noun says of the act that the noun names ("a planned attack"). */
export const realisBefore: ReadonlyMap<string, Realis> = byWord(file.before);

/** Words for wanting something: "demanded the release", "an appeal for talks". */
export const demanding = new WordSet(
  file.demanding.flatMap((lemma) => Object.values(verbForms(lemma))),
);

/** What is said of a happening that is to come or was kept from coming: "is planned", "was called off". */
export const pending: ReadonlyMap<string, Realis> = byWord(file.pending);

function byWord(lists: Record<string, string[]>): ReadonlyMap<string, Realis> {
  return new Map(
    Object.entries(lists).flatMap(([realis, words]) =>
      words.map((word): [string, Realis] => [word, realis as Realis]),
    ),
  );
}
