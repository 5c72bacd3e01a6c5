import type { Where } from '@tocsin/contracts';
import { terms } from '../keywords/terms.js';
import { onceEach } from '../once-each.js';
import { byText } from '../order.js';
import { isTownNamed } from './keyword-likeness.js';
import type { ComparableMention } from './linkable.js';

/** A suburb and its city, a village and the town that the agency names. */
const NEAR_KM = 40;

/**
 * Whether two mentions of the same days may tell of one place; a region may be any of its towns.
 * @param km how far apart two towns may be
 */
export function mayBeOnePlace(a: Where, b: Where, km: number = NEAR_KM): boolean {
  if (a.countryIso3 !== null && b.countryIso3 !== null && a.countryIso3 !== b.countryIso3)
    return false;
  if (isTown(a) && isTown(b))
    return (a.geonameId !== null && a.geonameId === b.geonameId) || kilometres(a, b) <= km;
  return a.admin1 === null || b.admin1 === null || a.admin1 === b.admin1;
}

type Town = Where & { latitude: number; longitude: number };

export function isTown(where: Where): where is Town {
  return where.latitude !== null && where.longitude !== null && where.geoPrecision === 1;
}

/**
 * Whether the other's article names the town of this mention among its heaviest names, which are none of its
 * own incidents' places: one of the two places may have been misread, as a namesake, a suburb or a hospital's town.
 */
export function isTownTold(
  { mention: { where } }: ComparableMention,
  { keywords }: ComparableMention,
): boolean {
  const key = townKey(where);
  if (key === null || !isTownNamed(keywords, key)) return false;
  return townTerms(where).every((word) => keywords.some(({ term }) => term === word));
}

/** By which of the words of its name a town is filed: the longest, for "New" and "San" are many towns'. */
export const townKey = onceEach((where: Where): string | null => {
  const words = townTerms(where).sort((a, b) => b.length - a.length || byText(a, b));
  return words[0] ?? null;
});

const townTerms = (where: Where): string[] => (isTown(where) ? terms(where.place ?? '') : []);

/** Great-circle distance by the haversine formula. */
export function kilometres(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const radians = Math.PI / 180;
  const latitude = ((b.latitude - a.latitude) * radians) / 2;
  const longitude = ((b.longitude - a.longitude) * radians) / 2;
  const h =
    Math.sin(latitude) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(longitude) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}
