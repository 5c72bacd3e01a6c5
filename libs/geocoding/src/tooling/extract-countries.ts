/**
 * Writes `data/countries.json` from the npm package world-countries (ODbL: the derived file keeps that
 * licence, see data/README.md) and the demonyms of `data/aliases.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { foldName } from '../fold.js';
import { centroidOfLargest } from './centroid.js';
import type { Geometry } from './centroid.js';

interface Source {
  cca2: string;
  cca3: string;
  name: { common: string; official: string };
  altSpellings: string[];
  latlng: [number, number];
  demonyms: { eng?: { m: string } };
}

const require = createRequire(import.meta.url);
const data = (name: string) => new URL(`../../data/${name}`, import.meta.url);
const countries = JSON.parse(
  readFileSync(require.resolve('world-countries/countries.json'), 'utf8'),
) as Source[];
/** The middle of the country's largest piece; the package's own point where it ships no outline. */
function middle(country: Source): [number, number] {
  const file = require.resolve(`world-countries/data/${country.cca3.toLowerCase()}.geo.json`);
  const outline = JSON.parse(readFileSync(file, 'utf8')) as { features: { geometry: Geometry }[] };
  const geometry = outline.features[0]?.geometry;
  return geometry ? centroidOfLargest(geometry) : country.latlng;
}

const { demonyms } = JSON.parse(readFileSync(data('aliases.json'), 'utf8')) as {
  demonyms: Record<string, string[]>;
};

const rows = countries
  .map((country) => ({
    cca2: country.cca2,
    cca3: country.cca3,
    names: [country.name.common, country.name.official, ...country.altSpellings].filter(
      (name, i, all) =>
        all.indexOf(name) === i && foldName(name) !== null && (i < 2 || name.length > 4),
    ),
    demonyms: [...(demonyms[country.cca3] ?? []), country.demonyms.eng?.m ?? ''].filter(
      (name, i, all) => name !== '' && all.indexOf(name) === i,
    ),
    latitude: middle(country)[0],
    longitude: middle(country)[1],
  }))
  .sort((a, b) => (a.cca3 < b.cca3 ? -1 : 1));
writeFileSync(data('countries.json'), `${JSON.stringify(rows, null, 1)}\n`);
