import type { NounPhrase } from './noun-phrases.js';

/** The phrase that begins at a token; phrases are sorted and don't overlap. */
export function phraseFrom(phrases: readonly NounPhrase[], at: number): NounPhrase | null {
  const found = phrases[lowerBound(phrases, at)];
  return found?.from === at ? found : null;
}

/** The phrase that ends right before a token. */
export function phraseTo(phrases: readonly NounPhrase[], at: number): NounPhrase | null {
  const before = phrases[lowerBound(phrases, at) - 1];
  return before?.to === at ? before : null;
}

/** The phrase that a token is part of. */
export function phraseAround(phrases: readonly NounPhrase[], at: number): NounPhrase | null {
  const before = phrases[lowerBound(phrases, at + 1) - 1];
  return before && before.to > at ? before : null;
}

/** The first phrase that begins at or after a token. */
function lowerBound(phrases: readonly NounPhrase[], from: number): number {
  let [low, high] = [0, phrases.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (phrases[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
