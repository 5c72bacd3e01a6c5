/**
 * Writes `data/countries.json` from the npm package world-countries (ODbL: the derived file keeps that
 * licence, see data/README.md) and the demonyms of `data/aliases.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { foldName } from '../fold.js';

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
const { demonyms, countryPoints } = JSON.parse(readFileSync(data('aliases.json'), 'utf8')) as {
  demonyms: Record<string, string[]>;
  countryPoints: Record<string, [number, number]>;
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
    latitude: (countryPoints[country.cca3] ?? country.latlng)[0],
    longitude: (countryPoints[country.cca3] ?? country.latlng)[1],
  }))
  .sort((a, b) => (a.cca3 < b.cca3 ? -1 : 1));
writeFileSync(data('countries.json'), `${JSON.stringify(rows, null, 1)}\n`);
