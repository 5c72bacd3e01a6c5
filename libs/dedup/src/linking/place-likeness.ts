import type { Where } from '@tocsin/contracts';

/** A suburb and its city, a village and the town that the agency names. */
const SAME_PLACE_KM = 10;
const NEAR_KM = 40;

/** Log-odds of one incident by where it happened; null: impossible. */
export function placeLikeness(a: Where, b: Where): number | null {
  if (a.countryIso3 !== null && b.countryIso3 !== null && a.countryIso3 !== b.countryIso3)
    return null;
  if (isTown(a) && isTown(b)) return townLikeness(a, b);
  if (a.admin1 !== null && b.admin1 !== null) return a.admin1 === b.admin1 ? 0.5 : null;
  return a.countryIso3 === null || b.countryIso3 === null ? -0.8 : -0.2;
}

type Town = Where & { latitude: number; longitude: number };

function isTown(where: Where): where is Town {
  return where.latitude !== null && where.longitude !== null && where.geoPrecision === 1;
}

function townLikeness(a: Town, b: Town): number | null {
  if (a.geonameId !== null && a.geonameId === b.geonameId) return 1.2;
  const distance = kilometres(a, b);
  if (distance <= SAME_PLACE_KM) return 1;
  return distance <= NEAR_KM ? -0.2 : null;
}

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
