import { readData } from './data.js';
import { PhraseIndex } from './phrase-index.js';

function load(): PhraseIndex<readonly string[]> {
  const file = readData<{ cues: Record<string, string[]> }>('cues.json');
  const kinds = new Map<string, string[]>();
  for (const [kind, words] of Object.entries(file.cues)) {
    for (const word of words) kinds.set(word, [...(kinds.get(word) ?? []), kind]);
  }
  const index = new PhraseIndex<readonly string[]>();
  for (const [word, found] of kinds) index.add(word, found);
  return index;
}

/** Words that say of what kind a happening is without naming one; the value is their kinds. */
export const cues: PhraseIndex<readonly string[]> = load();
