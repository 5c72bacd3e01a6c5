import { readData } from './data.js';
import { PhraseIndex } from './phrase-index.js';
import { WordSet } from '../language/word-list.js';

interface TargetFile {
  types: Record<string, string[]>;
  /** Types whose nouns say little: whose they are says more. */
  generic: string[];
  /** Words beside such a noun, by the type that they make it. */
  owners: Record<string, string[]>;
  destroyed: string[];
  damaged: string[];
}

const file = readData<TargetFile>('targets.json');

function load(): PhraseIndex<string> {
  const index = new PhraseIndex<string>();
  for (const [type, words] of Object.entries(file.types)) {
    for (const word of words) index.add(word, type);
  }
  return index;
}

/** Nouns for things that are attacked, each with its type. */
export const targetNouns: PhraseIndex<string> = load();

const generic = new WordSet(file.generic);
const owners: ReadonlyMap<string, string> = new Map(
  Object.entries(file.owners).flatMap(([type, words]) =>
    words.map((word): [string, string] => [word, type]),
  ),
);

/** A thing's type by its noun's and the words beside it: "offices" of a bank, an army's vehicle. */
export function typeByOwner(type: string, words: readonly string[]): string {
  if (words.some((word) => owners.get(word) === 'military')) return 'military';
  if (!generic.has(type)) return type;
  const owner = words.map((word) => owners.get(word)).find(Boolean);
  return owner ?? type;
}

/** Words that say what became of a thing. */
export const DESTROYED = new WordSet(file.destroyed);
export const DAMAGED = new WordSet(file.damaged);
