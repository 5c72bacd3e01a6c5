import { Gazetteer } from './gazetteer.js';
import { recognise } from './recognise.js';
import type { Name } from './recognise.js';
import { resolve } from './resolve.js';
import { isUpperCase, tokenise } from './tokens.js';
import type { GeoHints, Geoparser, Place, Toponym } from './types.js';

/** Below this log-odds a name of the gazetteer is taken for something else. */
const THRESHOLD = 0;

/** Loads the gazetteer (a fraction of a second, some 30 MB) and gives a geoparser over it. */
export function createGeoparser(gazetteer: Gazetteer = Gazetteer.bundled()): Geoparser {
  const countries = new Map<string, number>();
  for (let id = gazetteer.size - 1; id >= 0; id--) {
    const iso3 = gazetteer.kind(id) === 'country' ? gazetteer.countryIso3(id) : null;
    if (iso3) countries.set(iso3, id);
  }
  const demonym = (name: Name): Place | null => {
    const id = countries.get(name.demonymOf ?? '');
    return id === undefined ? null : gazetteer.place(id);
  };
  return {
    toponyms(text: string, hints: GeoHints = {}): Toponym[] {
      const tokens = tokenise(text);
      const names = recognise(tokens, gazetteer, isUpperCase(tokens));
      const resolutions = resolve(names, gazetteer, hints.countryIso3 ?? null);
      return names.flatMap((name, i): Toponym[] => {
        const span = { start: name.start, end: name.end, words: text.slice(name.start, name.end) };
        if (name.demonymOf) {
          return [{ ...span, kind: 'demonym', place: demonym(name), confidence: 0.9 }];
        }
        const resolution = resolutions[i];
        if (!resolution || resolution.score < THRESHOLD) return [];
        const place = gazetteer.place(resolution.id);
        const kind = name.subjectOfSaying && place.kind !== 'region' ? 'metonym' : 'locative';
        return [{ ...span, kind, place, confidence: sigmoid(resolution.score) }];
      });
    },
  };
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
