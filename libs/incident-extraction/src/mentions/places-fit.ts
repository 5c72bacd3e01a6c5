import type { Place } from '@tocsin/geocoding';
import { kmBetween } from './distance.js';
import type { Draft, Piece } from './draft.js';
import { isSomewhere } from './pieces.js';

/** The same town, or one contains the other. */
export function placesFit(a: Place, b: Place): boolean {
  if (a.countryIso3 && b.countryIso3 && a.countryIso3 !== b.countryIso3) return false;
  if (a.kind === 'city' && b.kind === 'city') return a.name === b.name || near(a, b);
  if (a.kind === 'country' || b.kind === 'country') return true;
  return !a.admin1 || !b.admin1 || a.admin1 === b.admin1;
}

/** Within so many km a town is a suburb of its city. */
export const SUBURB_KM = 30;

/** The kilometres between two places; null where one of them has no point. */
export function kmApart(a: Place, b: Place): number | null {
  if (a.latitude === null || b.latitude === null || a.longitude === null || b.longitude === null)
    return null;
  return kmBetween(a.latitude, a.longitude, b.latitude, b.longitude);
}

const near = (a: Place, b: Place): boolean => (kmApart(a, b) ?? Infinity) < SUBURB_KM;

/** Towns that a draft's sentences name, however wide the area is that its first one names. */
export const townsOf = ({ pieces }: Draft): Place[] =>
  pieces.flatMap((piece) => {
    const place = located(piece);
    return place?.kind === 'city' ? [place] : [];
  });

/** By pieces: all that is told later is put beside them. */
const places = new WeakMap<Piece, Place | null>();

/** A place that the sentence says to be where it happened; others name weapons, people or makes. */
export function located(piece: Piece | null): Place | null {
  if (!piece?.place) return null;
  let place = places.get(piece);
  if (place === undefined) {
    place = isSomewhere(piece.reading, piece.place) ? piece.place.place : null;
    places.set(piece, place);
  }
  return place;
}

/** Whether two drafts are each said to be in towns, and in none together. */
export function areApart(a: Draft, b: Draft): boolean {
  const [here, there] = [townsOf(a), townsOf(b)];
  if (here.length === 0 || there.length === 0) return false;
  return !here.some((town) => there.some((other) => placesFit(town, other)));
}
