import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '@tocsin/geocoding';
import type { Day } from '../time/calendar.js';
import { kmBetween } from '../mentions/distance.js';
import type { ArticleParts } from '../text/document.js';

/** An incident of an article as a set tells it. */
export interface KnownIncident {
  /** Words of the text by which its draft is known, folded; without any the main draft is it. */
  readonly words: readonly string[];
  /** The place's names, to tell incidents of one place by. */
  readonly place: string;
  /** How near a place is to the incident's: 0 none, then country, division, town; the highest is right. */
  levelOf(place: Place): number;
  /** First and last day, inclusive; null where the set has none. */
  readonly days: readonly [Day, Day] | null;
}

/** An article and what a set says of its incidents' places. */
export interface PlaceCase {
  readonly set: 'gva' | 'muc4';
  readonly id: string;
  /** Articles of one group never stand on both sides of a split. */
  readonly group: string;
  readonly article: ArticleParts;
  readonly incidents: readonly KnownIncident[];
}

/** A town with its suburbs. */
const TOWN_KM = 25;

interface GvaLine {
  id: string;
  split_key: string;
  input: { title: string; text: string; publish_date: string | null };
  expected: { date: Day; state: string; lat: number | null; lon: number | null };
}

/** `gva`: a place within 25 km of the incident is right, else its state. */
export function gvaPlaces(dataDir: string): PlaceCase[] {
  return lines<GvaLine>(dataDir, 'gva').flatMap(({ id, split_key: group, input, expected }) => {
    const { date, lat, lon, state } = expected;
    if (lat === null || lon === null) return [];
    const levelOf = (place: Place): number => {
      const { latitude, longitude, kind } = place;
      const near =
        latitude !== null &&
        longitude !== null &&
        kmBetween(lat, lon, latitude, longitude) <= TOWN_KM;
      if (near) return 3;
      if (kind === 'admin1' && fold(place.name) === fold(state)) return 2;
      return kind === 'country' && place.countryIso3 === 'USA' ? 1 : 0;
    };
    const article = sourceOf(input.title, input.text, input.publish_date);
    const incident = { words: [], place: '', levelOf, days: [date, date] as const };
    return [{ set: 'gva', id, group, article, incidents: [incident] }];
  });
}

interface Muc4Line {
  id: string;
  input: { text: string; publish_date: string | null };
  expected: { templates: Template[] };
}

interface Named {
  alts: string[];
}

interface Template {
  inc_date: { alts?: { start: Day | null; end: Day | null }[] };
  inc_loc: { alts?: { country: string[]; parts: { name: string }[] }[] };
  hum_name: Named[];
  hum_desc: Named[];
  phys_id: Named[];
  perp_ind: Named[];
  inc_instr_id: Named[];
}

/** `muc4`: the finest of the location's names that the text has is right. */
export function muc4Places(dataDir: string): PlaceCase[] {
  return lines<Muc4Line>(dataDir, 'muc4').flatMap(({ id, input, expected }) => {
    const incidents = expected.templates.flatMap((template): KnownIncident[] => {
      const [location] = template.inc_loc?.alts ?? [];
      if (!location) return [];
      const { hum_name, hum_desc, phys_id, perp_ind, inc_instr_id } = template;
      const words = [hum_name, hum_desc, phys_id, perp_ind, inc_instr_id]
        .flat()
        .flatMap(({ alts }) => alts.map(fold))
        .filter((each) => each !== '');
      const names = [...location.country, ...location.parts.map(({ name }) => name)].map(fold);
      const levelOf = (place: Place): number => names.lastIndexOf(fold(place.name)) + 1;
      const { start, end } = template.inc_date?.alts?.[0] ?? {};
      return [{ words, place: names.join(), levelOf, days: start && end ? [start, end] : null }];
    });
    if (incidents.length === 0) return [];
    const article = sourceOf('', input.text, input.publish_date);
    return [{ set: 'muc4', id, group: id, article, incidents }];
  });
}

/** Letters only, lower case, single blanks, without the word for a division. */
export const fold = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z]+/g, ' ')
    .replace(/ (?:department|province|region|metropolitan)$/, '')
    .trim();

/** Paragraphs are parted by blank lines. */
function sourceOf(title: string, text: string, publishedAt: string | null): ArticleParts {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.length > 0);
  return { title, paragraphs, captions: [], publishedAt };
}

function lines<T>(dataDir: string, set: string): T[] {
  return readFileSync(join(dataDir, 'data', set, 'dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
