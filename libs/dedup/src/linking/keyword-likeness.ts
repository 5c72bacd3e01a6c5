import type { Keyword } from '@tocsin/contracts';
import { lastOf } from '../last-of.js';
import { onceEach } from '../once-each.js';

/** Names by whose pairs articles are filed: those with most weight, which their retellings name too. */
const FILED_NAMES = 8;
/** Names that are tried as towns': three to eight do alike on gva. */
const TOWN_NAMES = 4;

/** Cosine of two texts' keywords, 0 to 1. */
export function cosine(a: readonly Keyword[], b: readonly Keyword[]): number {
  const weights = weightsOf(a);
  let sum = 0;
  for (const { term, weight } of b) sum += weight * (weights.get(term) ?? 0);
  return sum;
}

const weightsOf = lastOf(
  (keywords: readonly Keyword[]) => new Map(keywords.map(({ term, weight }) => [term, weight])),
);

/** How many names two texts share. */
export function sharedNames(a: readonly Keyword[], b: readonly Keyword[]): number {
  const names = nameSetOf(a);
  let shared = 0;
  for (const name of namesOf(b)) if (names.has(name)) shared += 1;
  return shared;
}

/**
 * The keys that two tellings of one incident share however they date it: every two of the names that a text is
 * filed by, and each of them with the region of the incident; at most 36.
 */
export function nameKeys(keywords: readonly Keyword[], region: string | null): string[] {
  const names = namesOf(keywords).slice(0, FILED_NAMES).sort();
  const pairs = names.flatMap((name, at) => names.slice(at + 1).map((other) => `${name} ${other}`));
  return region === null ? pairs : [...pairs, ...names.map((name) => `${name} in ${region}`)];
}

/** Whether two texts have one of these keys in common: without making them, for most pairs have none. */
export function shareNameKey(
  a: readonly Keyword[],
  b: readonly Keyword[],
  isOneRegion: boolean,
): boolean {
  const names = filedNameSetOf(a);
  let shared = 0;
  for (const name of namesOf(b).slice(0, FILED_NAMES)) if (names.has(name)) shared += 1;
  return shared >= (isOneRegion ? 1 : 2);
}

const filedNameSetOf = lastOf(
  (keywords: readonly Keyword[]) => new Set(namesOf(keywords).slice(0, FILED_NAMES)),
);

/** The heaviest names of a text, which may be towns'. */
export const townsNamed = (keywords: readonly Keyword[]): string[] =>
  namesOf(keywords).slice(0, TOWN_NAMES);

/** Whether a name is among the heaviest of a text. */
export function isTownNamed(keywords: readonly Keyword[], name: string): boolean {
  const place = namesOf(keywords).indexOf(name);
  return place >= 0 && place < TOWN_NAMES;
}

/** An article is compared with hundreds, and again whenever it is told of. */
const namesOf = onceEach((keywords: readonly Keyword[]): readonly string[] =>
  keywords.filter(({ name }) => name).map(({ term }) => term),
);

const nameSetOf = lastOf((keywords: readonly Keyword[]) => new Set(namesOf(keywords)));
