import type { Candidate, Gazetteer } from './gazetteer.js';
import type { Name } from './recognise.js';

/** The reading chosen for a name, with its margin. */
export interface Resolution {
  readonly id: number;
  /** Log-odds that the name is a place and this one. */
  readonly score: number;
}

/** What the document as a whole says: which countries and divisions it speaks of. */
interface Context {
  readonly countries: ReadonlyMap<number, number>;
  readonly divisions: ReadonlyMap<number, number>;
  readonly hint: string | null;
}

/**
 * Chooses a reading for every name: by population first, then again with the countries and divisions
 * that the document's surest names lie in. "Town, State" binds both.
 */
export function resolve(
  names: readonly Name[],
  gazetteer: Gazetteer,
  hint: string | null,
): (Resolution | null)[] {
  const none: Context = { countries: new Map(), divisions: new Map(), hint };
  const first = names.map((name, i) => choose(name, containerOf(names, i), gazetteer, none));
  const context = contextOf(names, first, gazetteer, hint);
  return names.map((name, i) => choose(name, containerOf(names, i), gazetteer, context));
}

/** The name after "X, ": its readings may contain X. */
function containerOf(names: readonly Name[], i: number): Name | null {
  const next = names[i + 1];
  return next?.afterComma && next.first === (names[i]?.last ?? -2) + 1 ? next : null;
}

function choose(
  name: Name,
  container: Name | null,
  gazetteer: Gazetteer,
  context: Context,
): Resolution | null {
  let best: Resolution | null = null;
  for (const candidate of name.candidates) {
    const score =
      prior(candidate, gazetteer) +
      level(candidate, name, gazetteer) +
      containment(candidate, container, gazetteer) +
      support(candidate, gazetteer, context);
    if (best === null || score > best.score) best = { id: candidate.id, score };
  }
  return best && { id: best.id, score: best.score + name.evidence };
}

/** Countries and divisions are named more often than towns of their size. */
const KIND_BONUS = { country: 3, admin1: 1.2, region: -2, city: 0 } as const;

/** Share of a division's people above which its namesake town is meant. */
const SEAT_SHARE = 0.1;

function prior({ id, alternate }: Candidate, gazetteer: Gazetteer): number {
  const size = 1.3 * Math.log10(gazetteer.population(id) + 10) - 5.5;
  return size + KIND_BONUS[gazetteer.kind(id)] - (alternate ? 0.8 : 0);
}

/** A town that gave its division the name is meant, unless the text says "region" or the like. */
function level({ id }: Candidate, name: Name, gazetteer: Gazetteer): number {
  if (gazetteer.kind(id) !== 'admin1') return 0;
  if (name.division) return 3;
  const seat = name.candidates.some(
    (other) =>
      gazetteer.kind(other.id) === 'city' &&
      gazetteer.country(other.id) === gazetteer.country(id) &&
      gazetteer.population(other.id) > SEAT_SHARE * gazetteer.population(id),
  );
  return seat ? -3 : 0;
}

function containment({ id }: Candidate, container: Name | null, gazetteer: Gazetteer): number {
  if (container === null) return 0;
  const inside = container.candidates.some((outer) => {
    const kind = gazetteer.kind(outer.id);
    if (kind === 'country') return gazetteer.country(outer.id) === gazetteer.country(id);
    if (outer.id === id || gazetteer.admin1(outer.id) === 0) return false;
    if (kind === 'admin1') return gazetteer.admin1(outer.id) === gazetteer.admin1(id);
    return kind === 'region' && gazetteer.admin2(outer.id) === gazetteer.admin2(id);
  });
  return inside && gazetteer.kind(id) !== 'country' ? 7 : 0;
}

function support({ id }: Candidate, gazetteer: Gazetteer, context: Context): number {
  const country = context.countries.get(gazetteer.country(id)) ?? 0;
  const division = context.divisions.get(gazetteer.admin1(id)) ?? 0;
  const hinted = context.hint !== null && gazetteer.countryIso3(id) === context.hint;
  return 2.5 * country + 1.5 * division + (hinted ? 0.7 : 0);
}

/** Shares of the document's sure names by country and by first-order division. */
function contextOf(
  names: readonly Name[],
  resolutions: readonly (Resolution | null)[],
  gazetteer: Gazetteer,
  hint: string | null,
): Context {
  const countries = new Map<number, number>();
  const divisions = new Map<number, number>();
  let total = 0;
  names.forEach((name, i) => {
    const resolution = resolutions[i];
    if (!resolution || resolution.score < 1) return;
    const weight = Math.min(resolution.score, 4) * (name.candidates.length === 1 ? 1.5 : 1);
    total += weight;
    add(countries, gazetteer.country(resolution.id), weight);
    const division = gazetteer.admin1(resolution.id);
    if (division) add(divisions, division, weight);
  });
  for (const shares of [countries, divisions]) {
    for (const [key, weight] of shares) shares.set(key, weight / total);
  }
  return { countries, divisions, hint };
}

const add = (map: Map<number, number>, key: number, weight: number) =>
  map.set(key, (map.get(key) ?? 0) + weight);
