import type { Article, Mention } from '@tocsin/contracts';
import type { Geoparser, Place } from '@tocsin/geocoding';
import { createIncidentExtractor } from '../extractor.js';
import { article } from './articles.js';

const PLACES: Readonly<Record<string, Place>> = {
  Springfield: place('Springfield', 'city', 39.8, -89.6),
  Shelbyville: place('Shelbyville', 'city', 39.4, -88.8),
  Illinois: place('Illinois', 'admin1', 40, -89),
  Kansas: place('Kansas', 'admin1', 38.5, -98),
  Freedonia: { ...place('Freedonia', 'country', 0, 0), admin1: null },
};

function place(name: string, kind: Place['kind'], latitude: number, longitude: number): Place {
  const admin1 = 'Illinois';
  return {
    name,
    kind,
    admin1,
    admin2: null,
    countryIso3: 'USA',
    latitude,
    longitude,
    geonameId: 1,
    population: 9,
  };
}

/** A geoparser that knows five places by their exact words. */
export const fewPlaces: Geoparser = {
  toponyms: (text) =>
    [...text.matchAll(/\b(?:Springfield|Shelbyville|Illinois|Kansas|Freedonia)\b/gi)].map(
      (found) => {
        const [words] = found;
        const name = words[0]!.toUpperCase() + words.slice(1).toLowerCase();
        return {
          start: found.index,
          end: found.index + words.length,
          words,
          kind: 'locative',
          place: PLACES[name]!,
          confidence: 0.9,
        };
      },
    ),
};

/** The mentions of an article with that title and those paragraphs. */
export function mentionsOf(
  title: string,
  paragraphs: string[] = [],
  more: Partial<Article> = {},
): Mention[] {
  return createIncidentExtractor({ geoparser: fewPlaces }).extract(
    article({ title, paragraphs, ...more }),
  );
}
