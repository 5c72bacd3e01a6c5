import { readData } from './data.js';
import { PhraseIndex } from './phrase-index.js';

interface TargetFile {
  types: Record<string, string[]>;
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

/** Words that say what became of a thing. */
export const DESTROYED: ReadonlySet<string> = new Set(file.destroyed);
export const DAMAGED: ReadonlySet<string> = new Set(file.damaged);
