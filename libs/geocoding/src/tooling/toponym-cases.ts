import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldName } from '../fold.js';
import type { Gazetteer } from '../gazetteer.js';
import type { Name } from '../recognise.js';

/** What is known of a name: which of its readings are right, that none is, or nothing. */
export type Truth = readonly number[] | 'unknown';

/** A text with what a set says of its names. */
export interface ToponymCase {
  /** Cases of one group never stand on both sides of a split. */
  readonly group: string;
  readonly set: 'geo' | 'gva' | 'muc4';
  readonly text: string;
  readonly golds: readonly Gold[];
  truthOf(name: Name, gazetteer: Gazetteer): Truth;
}

export interface Gold {
  readonly start: number;
  readonly end: number;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** What the field counts as the right place, and the width of a town with its suburbs, km. */
const RIGHT_KM = 161;
const TOWN_KM = 25;

interface GeoLine {
  id: string;
  input: { text: string };
  expected: { toponyms: Gold[] };
}

/** `geo`: every toponym of a text is annotated, so that other names are none. */
export function geoCases(dataDir: string): ToponymCase[] {
  return lines<GeoLine>(dataDir, 'geo').map(({ id, input, expected }) => ({
    group: id,
    set: 'geo',
    text: input.text,
    golds: expected.toponyms,
    truthOf(name, gazetteer) {
      const overlapping = expected.toponyms.filter((t) => t.start < name.end && t.end > name.start);
      if (overlapping.length === 0) return [];
      const gold = overlapping.find((t) => t.start === name.start && t.end === name.end);
      const { lat, lon } = gold ?? overlapping[0] ?? { lat: null, lon: null };
      if (lat === null || lon === null) return 'unknown';
      const right = within(name, gazetteer, lat, lon, RIGHT_KM);
      return right.length > 0 ? right : 'unknown';
    },
  }));
}

interface GvaLine {
  id: string;
  split_key: string;
  input: { title: string; text: string };
  expected: { city_or_county: string; lat: number | null; lon: number | null };
}

/** `gva`: only the town of the incident is known, wherever its name stands. */
export function gvaCases(dataDir: string): ToponymCase[] {
  return lines<GvaLine>(dataDir, 'gva').flatMap(({ split_key: group, input, expected }) => {
    const { city_or_county: city, lat, lon } = expected;
    const folded = foldName(city.replace(/\s*\(.*\)/, ''));
    if (lat === null || lon === null || folded === null) return [];
    const truthOf = (name: Name, gazetteer: Gazetteer): Truth => {
      if (name.folded !== folded) return 'unknown';
      const right = within(name, gazetteer, lat, lon, TOWN_KM);
      return right.length > 0 ? right : 'unknown';
    };
    return [{ group, set: 'gva', text: `${input.title}\n\n${input.text}`, golds: [], truthOf }];
  });
}

interface Muc4Line {
  id: string;
  input: { text: string };
  expected: { templates: { inc_loc: { alts?: Muc4Location[] } }[] };
}

interface Muc4Location {
  country: string[];
  parts: { name: string }[];
}

/** `muc4`: names of the incidents' locations lie in their countries, and mean no place where none is known there. */
export function muc4Cases(dataDir: string): ToponymCase[] {
  return lines<Muc4Line>(dataDir, 'muc4').flatMap(({ id: group, input, expected }) => {
    const countries = new Map<string, Set<string>>();
    for (const { country, parts } of expected.templates.flatMap((t) => t.inc_loc?.alts ?? [])) {
      const holders = country.flatMap((name) => foldName(name) ?? []);
      for (const { name } of parts) {
        const folded = foldName(name);
        if (folded === null || holders.length === 0) continue;
        countries.set(folded, new Set([...(countries.get(folded) ?? []), ...holders]));
      }
    }
    if (countries.size === 0) return [];
    const truthOf = (name: Name, gazetteer: Gazetteer): Truth => {
      const holders = countries.get(name.folded) ?? countries.get(withoutSort(name.folded));
      if (!holders || holders.has(name.folded)) return 'unknown';
      const known = new Set(
        [...holders].flatMap((country) =>
          gazetteer
            .lookupFolded(country)
            .filter(({ id }) => gazetteer.kind(id) === 'country')
            .map(({ id }) => gazetteer.country(id)),
        ),
      );
      if (known.size === 0) return 'unknown';
      return name.readings.flatMap(({ id }, i) => (known.has(gazetteer.country(id)) ? [i] : []));
    };
    return [{ group, set: 'muc4', text: input.text, golds: [], truthOf }];
  });
}

const withoutSort = (name: string): string =>
  name.replace(/ (?:city|department|province|region)$/, '');

/** The readings within so many km, those near the nearest only. */
function within(name: Name, gazetteer: Gazetteer, lat: number, lon: number, km: number): number[] {
  const distances = name.readings.map(({ id }) =>
    distanceKm(lat, lon, gazetteer.latitude(id), gazetteer.longitude(id)),
  );
  const nearest = distances.reduce((min, each) => (each < min ? each : min), Infinity);
  return distances.flatMap((each, i) => (each <= km && each <= nearest + TOWN_KM ? [i] : []));
}

/** Great-circle distance (haversine). */
export function distanceKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const radians = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) *
      Math.cos(lat2 * radians) *
      Math.sin(((lon2 - lon1) * radians) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(a)));
}

function lines<T>(dataDir: string, set: string): T[] {
  return readFileSync(join(dataDir, 'data', set, 'dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
