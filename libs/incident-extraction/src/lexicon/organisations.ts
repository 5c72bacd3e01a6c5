import { readData } from './data.js';
import { PhraseIndex } from './phrase-index.js';

interface OrganisationsFile {
  organisations: Record<string, string[]>;
  police: string[];
}

const file = readData<OrganisationsFile>('organisations.json');

/** "sheriff's office" is read as three words. */
const asTokens = (name: string): string => name.replaceAll("'s ", " 's ");

function load(): PhraseIndex<string> {
  const index = new PhraseIndex<string>();
  for (const [actorClass, names] of Object.entries(file.organisations)) {
    for (const name of names) index.add(asTokens(name), actorClass);
  }
  return index;
}

/** Armed organisations by name; the value is their class of actor. */
export const organisations: PhraseIndex<string> = load();

/** Bodies of police by name or by what such bodies are called; the value is their class of actor. */
export const policeBodies: PhraseIndex<string> = new PhraseIndex<string>();
for (const name of file.police) policeBodies.add(asTokens(name), 'police');
