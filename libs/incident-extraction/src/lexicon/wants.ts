import { readData } from './data.js';
import { plural, verbForms } from './inflect.js';
import { PhraseIndex } from './phrase-index.js';
import { WordSet } from '../language/word-list.js';

/**
 * Which parties a word needs beside it to have its sense; a list names classes of people, or one of: `people`
 * (anybody), `single` (one person or "him"), `name` (a proper name or a pronoun), `thing` (that is attacked), `weapon`.
 */
export interface Want {
  /** Only words that are common in other meanings need them; what is excluded is so for all. */
  readonly weak?: boolean | undefined;
  /** Who does it, where the clause says so. */
  readonly agents?: readonly string[] | undefined;
  readonly notAgents?: readonly string[] | undefined;
  /** To whom or what it is done; without an object, someone must do it. */
  readonly patients?: readonly string[] | undefined;
  readonly notPatients?: readonly string[] | undefined;
  /** Who must be told of in the sentence where nobody fitting is said to do it, as with most nouns. */
  readonly beside?: readonly string[] | undefined;
  /** Done by several, never by one. */
  readonly many?: boolean | undefined;
}

interface WantFile {
  kinds: Record<string, string[]>;
  names: string[];
  collectives: string[];
  wants: Record<string, Want>;
  occurring: string[];
  making: string[];
  deeds: string[];
}

const file = readData<WantFile>('wants.json');

const classesOf = (list: readonly string[]): string[] =>
  list.flatMap((each) => file.kinds[each] ?? [each]);

/** With all fields, so that all have one shape. */
function resolved(want: Want): Want {
  const classes = (list: readonly string[] | undefined) => list && classesOf(list);
  return {
    weak: want.weak,
    agents: classes(want.agents),
    notAgents: classes(want.notAgents),
    patients: classes(want.patients),
    notPatients: classes(want.notPatients),
    beside: classes(want.beside),
    many: want.many,
  };
}

/** By sense; senses without an entry want nothing. */
export const wants: ReadonlyMap<string, Want> = new Map(
  Object.entries(file.wants).map(([sense, want]) => [sense, resolved(want)]),
);

/** Nouns for people of whom it is not said what they are. */
export const collectives = new WordSet(file.collectives.flatMap((word) => [word, plural(word)]));

const formsOf = (lemmas: readonly string[]): WordSet =>
  new WordSet(lemmas.flatMap((lemma) => Object.values(verbForms(lemma))));

/** Verbs whose subject happens ("protests erupted"), or whose passive subject is brought about ("was held"). */
export const occurring = formsOf(file.occurring);

/** What is done to agreements and decrees that come about or hold. */
export const making = formsOf(file.making);

/** What weapons do and what is done with them: beside these verbs a weapon's name tells that it was used. */
export const weaponVerbs = formsOf(file.deeds);

/** Names of bodies and things that hold a trigger's word. */
export const holdingNames = new PhraseIndex<true>();
for (const name of file.names) holdingNames.add(name, true);
