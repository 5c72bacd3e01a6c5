import { readData } from './data.js';
import { plural } from './inflect.js';
import { PhraseIndex } from './phrase-index.js';

/** A class of people: police, rebels, civilians … with its codes. */
export interface ActorClass {
  readonly id: string;
  /** ACLED `inter`, 1 state forces … 8 external. */
  readonly inter: number;
  /** PLOVER sector. */
  readonly sector: string;
}

/** A noun for people. */
export interface PersonNoun {
  readonly actor: ActorClass;
  readonly plural: boolean;
}

interface ActorFile {
  classes: Record<string, { inter: number; sector: string; words: string[] }>;
  irregularPlurals: Record<string, string>;
  plurals: string[];
}

const file = readData<ActorFile>('actors.json');

/** A class of actor by its id; null when there is none such. */
export function actorClass(id: string): ActorClass | null {
  const found = file.classes[id];
  return found ? { id, inter: found.inter, sector: found.sector } : null;
}

function load(): PhraseIndex<PersonNoun> {
  const plurals = new Set([...file.plurals, ...Object.values(file.irregularPlurals)]);
  const isPlural = (word: string): boolean =>
    plurals.has(word) || plurals.has(word.split(' ').at(-1)!);
  const index = new PhraseIndex<PersonNoun>();
  for (const [id, { inter, sector, words }] of Object.entries(file.classes)) {
    const actor: ActorClass = { id, inter, sector };
    for (const word of words) {
      index.add(word, { actor, plural: isPlural(word) });
      if (!isPlural(word)) {
        index.add(file.irregularPlurals[word] ?? pluralOf(word, file), { actor, plural: true });
      }
    }
  }
  return index;
}

function pluralOf(phrase: string, file: ActorFile): string {
  const words = phrase.split(' ');
  const last = words.pop()!;
  return [...words, file.irregularPlurals[last] ?? plural(last)].join(' ');
}

/** Every noun for people of the lexicon. */
export const personNouns: PhraseIndex<PersonNoun> = load();
