import { readData } from './data.js';
import { PhraseIndex } from './phrase-index.js';

interface OrganisationsFile {
  organisations: Record<string, string[]>;
  police: string[];
}

const file = readData<OrganisationsFile>('organisations.json');

/** "sheriff's office" is read as three words. */
const asTokens = (name: string): string => name.replaceAll("'s ", " 's ");

function indexOf(names: Readonly<Record<string, readonly string[]>>): PhraseIndex<string> {
  const index = new PhraseIndex<string>();
  for (const [actorClass, own] of Object.entries(names)) {
    for (const name of own) index.add(asTokens(name), actorClass);
  }
  return index;
}

/** Armed organisations by name; the value is their class of actor. */
export const organisations: PhraseIndex<string> = indexOf(file.organisations);

/** Bodies of police by name or by what such bodies are called; the value is their class of actor. */
export const policeBodies: PhraseIndex<string> = indexOf({ police: file.police });
