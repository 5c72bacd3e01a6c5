import { readData } from './data.js';
import { plural, verbForms } from './inflect.js';
import { WordSet } from '../language/word-list.js';

interface RecallFile extends Record<string, unknown> {
  readonly links: Readonly<Record<string, string>>;
}

const { links: linkLists, ...lists } = readData<RecallFile>('recall.json');
const file = lists as Record<string, string[]>;

const nouns = (name: string): WordSet =>
  new WordSet(file[name]!.flatMap((word) => [word, plural(word)]));
const verbs = (name: string): WordSet =>
  new WordSet(file[name]!.flatMap((lemma) => Object.values(verbForms(lemma))));

/** Verbs whose object is spoken of, judged or looked back on: "condemned the killing". */
export const reacting = verbs('reacting');
/** The same with a preposition: "reacted to the killing". */
export const reactingTo = verbs('reactingTo');
/** Nouns of looking back and of judging: "the anniversary of the bombing". */
export const remembrance = nouns('remembrance');
/** Works, talks and campaigns that have a topic: "a book about torture". */
export const topics = nouns('topics');
/** Whose death is no incident. */
export const animals = nouns('animals');
/** What is killed in a manner of speaking only. */
export const abstract = nouns('abstract');
/** What is named after its weapon or its business: "the first artillery brigade". */
export const units = nouns('units');
/** What shows skill or a fact: "cooking demonstrations". */
export const showing = new WordSet(file['showing']!);
/** Shots that nobody fires: "a booster shot". */
export const shots = new WordSet(file['shots']!);
/** What fires and bombs from the air. */
export const aircraft = nouns('aircraft');
/** What makes "fire" that of guns: "killed by sniper fire". */
export const gunfire = new WordSet(file['gunfire']!);

/** What is held, taken and retaken by fighters and states. */
export const territory = nouns('territory');
/** Who and what is sent and mobilised. */
export const forces = nouns('forces');
/** What demonstrators burn to show what they think. */
export const protestThings = nouns('protestThings');
/** What drives, and who does. */
export const vehicles = nouns('vehicles');
/** What fires shots. */
export const firearms = nouns('firearms');
/** What goes off and harms no one. */
export const signals = nouns('signals');
/** What one walks out of to protest. */
export const workplaces = nouns('workplaces');
/** What one who speaks to reporters refuses to do. */
export const smallRefusals = new WordSet(file['smallRefusals']!);
/** Before "gathering": what is gathered, or why people gather who protest against nothing. */
export const gathered = new WordSet(file['information']!);
/** Adverbs by which a word is not to be taken by its letter: "practically kidnapped". */
export const figurative = new WordSet(file['figurative']!);

/**
 * Words that tie someone or something to a happening that is known, by the preposition between: "arrested in
 * connection with the killing", "accused of killing", "the inquiry into the crash".
 */
export const links: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(linkLists).map(([preposition, words]) => [
    preposition,
    new Set(words.split(' ').flatMap((word) => [word, plural(word)])),
  ]),
);
