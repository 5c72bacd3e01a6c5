import type { Place } from '@tocsin/geocoding';
import { kmBetween } from './distance.js';
import type { Candidate } from './place-votes.js';

/**
 * How much of a place is told: that it was there, within 25 km of there, or no more than the first-order
 * division or the country.
 */
export type PlaceLevel = 'place' | 'near' | 'admin1' | 'country';

/** Of what kind the place is of which no more than this is told. */
export const kindTold = ({ kind }: Place, level: PlaceLevel): string =>
  level === 'place' ? kind : level;

export interface Decision {
  readonly candidate: Candidate;
  readonly level: PlaceLevel;
}

/** Least probability by which a place, a division or a country is told. */
const SURE = 0.4;

/** A name that is believed to mean its town by less than this tells no town: half of them are namesakes. */
const BELIEVED = 0.3;

/**
 * A decision for a town or county whose name may as well be another's: no more than the division is told, if something
 * else that the article names lies there, or the country; null where all else that it names lies abroad.
 */
export function believed(decision: Decision, candidates: readonly Candidate[]): Decision | null {
  const { candidate, level } = decision;
  const { place, standings } = candidate;
  const named = level === 'place' || level === 'near';
  if (!named || !isPoint(place)) return decision;
  if (standings.some(({ toponym }) => toponym.confidence >= BELIEVED)) return decision;
  const others = candidates.filter((other) => other !== candidate);
  for (const area of ['admin1', 'country'] as const) {
    const own = areaOf(place, area);
    const shared = others.some((other) => own === areaOf(other.place, area));
    if (own !== null && shared) return { candidate, level: area };
  }
  return others.length > 0 ? null : { candidate, level: 'country' };
}

/**
 * The likeliest place; where it is too unlikely, its surroundings, the division or the country that the
 * candidates agree on, whichever is the finest that is likely enough; null where they agree on none.
 *
 * @param chances probability of each candidate; what is missing to 1 is that none is it
 */
export function decide(
  candidates: readonly Candidate[],
  chances: ArrayLike<number>,
  sure = SURE,
): Decision | null {
  const likely = finest(candidates, chances, sure);
  if (likely) return { candidate: likely, level: 'place' };
  const about = within(candidates, chances, sure);
  if (about) return { candidate: about, level: 'near' };
  for (const level of ['admin1', 'country'] as const) {
    const areas = new Map<string, number>();
    candidates.forEach(({ place }, i) => {
      const area = areaOf(place, level);
      if (area !== null) areas.set(area, (areas.get(area) ?? 0) + chances[i]!);
    });
    const [area, chance] = [...areas].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
    if (chance < sure) continue;
    const inside = ({ place }: Candidate): boolean => areaOf(place, level) === area;
    const whole = candidates.find((each) => inside(each) && each.place.kind === level);
    if (whole) return { candidate: whole, level: 'place' };
    const within = likeliest(candidates, chances, inside);
    return within === null ? null : { candidate: candidates[within]!, level };
  }
  return null;
}

/** Of two that are likely enough one mostly lies in the other. */
const FINEST: readonly Place['kind'][] = [
  'city',
  'admin2',
  'admin1',
  'region',
  'sea',
  'country',
  'continent',
];

/** The finest of those that are likely enough, the likeliest of its kind. */
function finest(
  candidates: readonly Candidate[],
  chances: ArrayLike<number>,
  sure: number,
): Candidate | null {
  for (const kind of FINEST) {
    const best = likeliest(candidates, chances, ({ place }) => place.kind === kind);
    if (best !== null && chances[best]! >= sure) return candidates[best]!;
  }
  return null;
}

/** The likeliest town or county whose surroundings are likely enough together; null without any. */
function within(
  candidates: readonly Candidate[],
  chances: ArrayLike<number>,
  sure: number,
): Candidate | null {
  const dense = (candidate: Candidate): boolean => {
    if (!isPoint(candidate.place)) return false;
    let around = 0;
    candidates.forEach(({ place }, i) => {
      if (isNear(candidate.place, place)) around += chances[i]!;
    });
    return around >= sure;
  };
  const best = likeliest(candidates, chances, dense);
  return best === null ? null : candidates[best]!;
}

/** UCDP's second class of precision. */
const NEAR_KM = 25;

function isNear(a: Place, b: Place): boolean {
  if (a === b) return true;
  if (!isPoint(a) || !isPoint(b)) return false;
  if (a.kind !== b.kind && isCountyOf(a, b)) return true;
  return kmBetween(a.latitude!, a.longitude!, b.latitude!, b.longitude!) <= NEAR_KM;
}

/** Whether two lie in one county, which one of them is. */
const isCountyOf = (a: Place, b: Place): boolean =>
  a.admin2 !== null &&
  a.admin2 === b.admin2 &&
  a.admin1 === b.admin1 &&
  a.countryIso3 === b.countryIso3;

/** Towns and counties lie somewhere; states and countries only contain. */
const isPoint = ({ kind, latitude, longitude }: Place): boolean =>
  (kind === 'city' || kind === 'admin2') && latitude !== null && longitude !== null;

/** A place's country or division, as a key; null where it has none. */
export function areaOf(
  { countryIso3, admin1, kind }: Candidate['place'],
  level: PlaceLevel,
): string | null {
  if (countryIso3 === null) return null;
  if (level === 'country') return countryIso3;
  return admin1 === null || kind === 'country' ? null : `${countryIso3}/${admin1}`;
}

export function likeliest(
  candidates: readonly Candidate[],
  chances: ArrayLike<number>,
  allowed: (candidate: Candidate) => boolean,
): number | null {
  let best: number | null = null;
  candidates.forEach((candidate, i) => {
    if ((best === null || chances[i]! > chances[best]!) && allowed(candidate)) best = i;
  });
  return best;
}
