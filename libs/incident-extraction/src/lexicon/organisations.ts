import { readData } from './data.js';
import { PhraseIndex } from './phrase-index.js';

function load(): PhraseIndex<string> {
  const file = readData<{ organisations: Record<string, string[]> }>('organisations.json');
  const index = new PhraseIndex<string>();
  for (const [actorClass, names] of Object.entries(file.organisations)) {
    for (const name of names) index.add(name, actorClass);
  }
  return index;
}

/** Armed organisations by name; the value is their class of actor. */
export const organisations: PhraseIndex<string> = load();
