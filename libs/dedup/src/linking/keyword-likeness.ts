import type { Keyword } from '@tocsin/contracts';
import { isRare } from '../keywords/rarity.js';
import { lastOf } from '../last-of.js';

/** Names by whose pairs articles are filed: those with most weight, which their retellings name too. */
const FILED_NAMES = 8;
/** Other rare words by which articles are filed, beside the town: more of them found no more. */
const FILED_WORDS = 6;

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

/** Where an incident is, as far as it is known. */
export interface FiledPlace {
  readonly region: string | null;
  readonly town: string | null;
}

/**
 * The keys that two tellings of one incident share however they date it: every two of the names that a text is
 * filed by, each of them with the region of the incident, and its rare words with the town; at most 42. What is common there
 * ("police", "shooting") files nothing, or a town's every incident would be compared with all before it.
 */
export function nameKeys(keywords: readonly Keyword[], { region, town }: FiledPlace): string[] {
  const names = namesOf(keywords).slice(0, FILED_NAMES).sort();
  const pairs = names.flatMap((name, at) => names.slice(at + 1).map((other) => `${name} ${other}`));
  return [
    ...pairs,
    ...(region === null ? [] : names.map((name) => `${name} in ${region}`)),
    ...(town === null
      ? []
      : wordsOf(keywords)
          .slice(0, FILED_WORDS)
          .map((word) => `${word} at ${town}`)),
  ];
}

const wordsOf = (keywords: readonly Keyword[]) =>
  keywords.filter(({ name, term }) => !name && isRare(term)).map(({ term }) => term);
const namesOf = (keywords: readonly Keyword[]) =>
  keywords.filter(({ name }) => name).map(({ term }) => term);

const nameSetOf = lastOf((keywords: readonly Keyword[]) => new Set(namesOf(keywords)));
