import { foldName } from './fold.js';
import type { Gazetteer } from './gazetteer.js';
import { DEMONYMS } from './words.js';

/** The rows of the places that give peoples their names, by demonym, folded. */
export function rowsOfDemonyms(gazetteer: Gazetteer): ReadonlyMap<string, number> {
  const countries = new Map<string, number>();
  for (let id = gazetteer.size - 1; id >= 0; id--) {
    const iso3 = gazetteer.kind(id) === 'country' ? gazetteer.countryIso3(id) : null;
    if (iso3) countries.set(iso3, id);
  }
  const rows = new Map<string, number>();
  for (const [demonym, of] of DEMONYMS) {
    const id = countries.get(of) ?? regionCalled(of, gazetteer);
    if (id !== undefined) rows.set(demonym, id);
  }
  return rows;
}

function regionCalled(name: string, gazetteer: Gazetteer): number | undefined {
  const kinds = new Set(['region', 'continent']);
  return gazetteer
    .lookupFolded(foldName(name) ?? '')
    .find(({ id }) => kinds.has(gazetteer.kind(id)))?.id;
}
