import { Gazetteer } from './gazetteer.js';
import { originOf } from './origin.js';
import { rowsOfDemonyms } from './peoples.js';
import { recognise } from './recognise.js';
import { resolve } from './resolve.js';
import { tokenise } from './tokens.js';
import type { GeoHints, Geoparser, Toponym } from './types.js';
import { toponymModel } from './weights.js';

/** Below this probability a name of the gazetteer is taken for something else. */
const THRESHOLD = 0.5;

/** Loads the gazetteer (a fraction of a second, some 30 MB) and gives a geoparser over it. */
export function createGeoparser(gazetteer: Gazetteer = Gazetteer.bundled()): Geoparser {
  const lexicon = { gazetteer, demonyms: rowsOfDemonyms(gazetteer), known: new Map() };
  const model = toponymModel();
  return {
    toponyms(text: string, hints: GeoHints = {}): Toponym[] {
      const tokens = tokenise(text);
      const names = recognise(tokens, lexicon);
      const origin = { source: hints.countryIso3 ?? null, institutions: originOf(tokens) };
      const resolutions = resolve(names, gazetteer, origin, model);
      return names.flatMap((name, i): Toponym[] => {
        const resolution = resolutions[i];
        if (!resolution || resolution.isPlace < THRESHOLD) return [];
        const place = gazetteer.place(resolution.id);
        const governs = place.kind !== 'region' && place.kind !== 'sea';
        const metonym = name.subjectOfSaying && governs ? 'metonym' : 'locative';
        const { start, end } = name;
        return [
          {
            start,
            end,
            words: text.slice(start, end),
            kind: name.demonym ? 'demonym' : metonym,
            place,
            confidence: resolution.belief,
          },
        ];
      });
    },
  };
}
