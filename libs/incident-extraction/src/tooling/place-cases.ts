import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '@tocsin/geocoding';
import { kmBetween } from '../mentions/distance.js';
import type { ArticleParts } from '../text/document.js';

/** An article and what a set says of its incident's place. */
export interface PlaceCase {
  readonly set: 'gva' | 'muc4';
  /** Articles of one group never stand on both sides of a split. */
  readonly group: string;
  readonly article: ArticleParts;
  isRight(place: Place): boolean;
}

/** A town with its suburbs. */
const TOWN_KM = 25;

interface GvaLine {
  id: string;
  split_key: string;
  input: { title: string; text: string; publish_date: string | null };
  expected: { lat: number | null; lon: number | null };
}

/** `gva`: a place within 25 km of the incident is right. */
export function gvaPlaces(dataDir: string): PlaceCase[] {
  return lines<GvaLine>(dataDir, 'gva').flatMap(({ split_key: group, input, expected }) => {
    const { lat, lon } = expected;
    if (lat === null || lon === null) return [];
    const isRight = ({ latitude, longitude }: Place): boolean =>
      latitude !== null &&
      longitude !== null &&
      kmBetween(lat, lon, latitude, longitude) <= TOWN_KM;
    const article = sourceOf(input.title, input.text, input.publish_date);
    return [{ set: 'gva', group, article, isRight }];
  });
}

interface Muc4Line {
  id: string;
  input: { text: string; publish_date: string | null };
  expected: {
    templates: { inc_loc: { alts?: { country: string[]; parts: { name: string }[] }[] } }[];
  };
}

/** `muc4`: reports whose templates agree on the location; its finest name is right. */
export function muc4Places(dataDir: string): PlaceCase[] {
  return lines<Muc4Line>(dataDir, 'muc4').flatMap(({ id, input, expected }) => {
    const finest = expected.templates.map(({ inc_loc }) => {
      const [location] = inc_loc?.alts ?? [];
      return location ? (location.parts.at(-1)?.name ?? location.country[0] ?? null) : null;
    });
    const [name] = finest;
    if (!name || finest.some((other) => other !== name)) return [];
    const wanted = plain(name);
    const article = sourceOf('', input.text, input.publish_date);
    return [{ set: 'muc4', group: id, article, isRight: (place) => plain(place.name) === wanted }];
  });
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z]+/g, ' ')
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
