import { readData } from './data.js';
import { PhraseIndex } from './phrase-index.js';

/**
 * What such a word shows: `trial` that a deed is judged, `court` that judges are spoken of, `past` that time has
 * gone by, `memory` that something is looked back on, `natural` that no one caused a death.
 */
export type RetellingKind = 'trial' | 'court' | 'past' | 'memory' | 'natural';

function load(): PhraseIndex<RetellingKind> {
  const { words } = readData<{ words: Record<RetellingKind, string[]> }>('retelling.json');
  const index = new PhraseIndex<RetellingKind>();
  for (const [kind, list] of Object.entries(words))
    for (const word of list) index.add(word, kind as RetellingKind);
  return index;
}

/** Words by which news shows that what it tells is no news. */
export const retellingWords: PhraseIndex<RetellingKind> = load();
