import type { Keyword } from '@tocsin/contracts';
import { lastOf } from '../last-of.js';

/** Names by whose pairs articles are filed: those with most weight, which their retellings name too. */
const FILED_NAMES = 8;
/** Names that are tried as towns': three to eight do alike on gva. */
const TOWN_NAMES = 4;

/** Cosine of two texts' keywords, 0 to 1. */
export function cosine(a: readonly Keyword[], b: readonly Keyword[]): number {
  const weights = weightsOf(a);
  return b.reduce((sum, { term, weight }) => sum + weight * (weights.get(term) ?? 0), 0);
}

const weightsOf = lastOf(
  (keywords: readonly Keyword[]) => new Map(keywords.map(({ term, weight }) => [term, weight])),
);

/** How many names two texts share. */
export function sharedNames(a: readonly Keyword[], b: readonly Keyword[]): number {
  const names = nameSetOf(a);
  return namesOf(b).filter((name) => names.has(name)).length;
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

/** The heaviest names of a text, which may be towns'. */
export const townsNamed = (keywords: readonly Keyword[]): string[] =>
  namesOf(keywords).slice(0, TOWN_NAMES);

const namesOf = (keywords: readonly Keyword[]) =>
  keywords.filter(({ name }) => name).map(({ term }) => term);

const nameSetOf = lastOf((keywords: readonly Keyword[]) => new Set(namesOf(keywords)));
