import { WordList, WordSet } from '../../language/word-list.js';
import { readData } from '../../lexicon/data.js';
import { indexOfWords, PhraseIndex } from '../../lexicon/phrase-index.js';

type List =
  | 'wounds'
  | 'having'
  | 'hits'
  | 'missiles'
  | 'bodyParts'
  | 'conditions'
  | 'deaths'
  | 'suicides'
  | 'shots'
  | 'reflexives'
  | 'objects'
  | 'transports'
  | 'carries'
  | 'hospitals'
  | 'hospitalPhrases'
  | 'multipleShot'
  | 'multipleKilled'
  | 'asides'
  | 'superseded'
  | 'labels';

const file = readData<Record<List, string[]> & { multiples: Record<string, number> }>('harm.json');
const words = (list: List): WordSet => new WordSet(file[list]);

/** What says of a person that harm came to him, each with a way of its own to be read. */
export type Cue = 'wound' | 'condition' | 'death' | 'suicide' | 'hospital';

export const cues = new PhraseIndex<Cue>();
for (const phrase of file.suicides) cues.add(phrase, 'suicide');
for (const phrase of file.deaths) cues.add(phrase, 'death');
for (const phrase of file.conditions) cues.add(phrase, 'condition');
for (const phrase of file.wounds) cues.add(phrase, 'wound');
for (const phrase of [...file.hospitals, ...file.hospitalPhrases]) cues.add(phrase, 'hospital');

/** "fatally wounding a boy": whatever harm stands behind it kills. */
export const FATALLY = new WordList(/^(?:fatally|mortally)$/);

export const having = words('having');
export const hits = words('hits');
export const missiles = words('missiles');
export const bodyParts = words('bodyParts');
export const shots = words('shots');
export const reflexives = words('reflexives');
export const objectPronouns = words('objects');
export const transports = words('transports');
export const carries = words('carries');
export const labels = words('labels');

/** "triple": how many a shooting or a homicide harmed. */
export const multiples: ReadonlyMap<string, number> = new Map(Object.entries(file.multiples));
/** The words of `multiples`, for a look ahead. */
export const multipleWords = indexOfWords(multiples.keys());
export const multipleShot = words('multipleShot');
export const multipleKilled = words('multipleKilled');

/** What says that a figure is another time's or another incident's, or an older report's. */
export const remarks = new PhraseIndex<'aside' | 'superseded'>();
for (const phrase of file.asides) remarks.add(phrase, 'aside');
for (const phrase of file.superseded) remarks.add(phrase, 'superseded');
