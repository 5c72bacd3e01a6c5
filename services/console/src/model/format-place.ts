import type { Where } from '@tocsin/contracts';
import { countryName } from './country.js';

/** From the place to the country, each once; `place unknown` when nothing is known. */
export function placeName({
  place,
  admin1,
  countryIso3,
}: Pick<Where, 'place' | 'admin1' | 'countryIso3'>): string {
  const country = countryIso3 === null ? null : countryName(countryIso3);
  const parts = [place, admin1, country].filter((part): part is string => part !== null);
  return [...new Set(parts)].join(', ') || 'place unknown';
}

/** As short as it can be told: the place and its country. */
export const shortPlace = (where: Pick<Where, 'place' | 'admin1' | 'countryIso3'>): string =>
  placeName({ ...where, admin1: where.place === null ? where.admin1 : null });

/** What UCDP's `where_prec` says, in words. */
const PRECISION: Readonly<Record<number, string>> = {
  1: 'exact place',
  2: 'within about 25 km',
  3: 'somewhere in the district',
  4: 'somewhere in the region',
  5: 'along a line or in a vague area',
  6: 'somewhere in the country',
  7: 'at sea or in the air',
};

export const precisionWords = (wherePrecision: number | null): string | null =>
  wherePrecision === null ? null : (PRECISION[wherePrecision] ?? null);

/** Kilometres around the coordinates in which it may have been: UCDP's 25, and usual sizes of divisions. */
const RADIUS_KM: Readonly<Record<number, number>> = { 2: 25, 3: 40, 4: 150, 5: 100, 7: 100 };

/** Null for an exact place, which is a point, and for a country, which has a shape of its own. */
export const uncertaintyKm = (wherePrecision: number | null): number | null =>
  RADIUS_KM[wherePrecision ?? 0] ?? null;
