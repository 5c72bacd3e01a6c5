import { readData } from './data.js';
import { PhraseIndex } from './phrase-index.js';

function load(): PhraseIndex<string> {
  const { types } = readData<{ types: Record<string, string[]> }>('instruments.json');
  const index = new PhraseIndex<string>();
  for (const [type, words] of Object.entries(types)) {
    for (const word of words) index.add(word, type);
  }
  return index;
}

/** Weapons and means, each with its type. */
export const instruments: PhraseIndex<string> = load();
