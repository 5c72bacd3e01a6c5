import { readFileSync } from 'node:fs';
import type { Token } from './tokens.js';

/** What a word may tell of institutions: ISO 3166-1 alpha-3 of the countries that have them. */
export interface Institution {
  /** Of the institution that the word names by itself ("sheriff"). */
  readonly alone: string[];
  /** Of those that it begins, by the word behind it ("grand jury"). */
  readonly pairs: Map<string, string[]>;
}

/** Lower-case words that begin an institution's name, or are one; no name has more than two. */
const WORDS: ReadonlyMap<string, Institution> = (() => {
  const file = readFileSync(new URL('../data/institutions.json', import.meta.url), 'utf8');
  const { countries } = JSON.parse(file) as { countries: Record<string, string[]> };
  const words = new Map<string, Institution>();
  for (const [iso3, names] of Object.entries(countries)) {
    for (const name of names) {
      const [first, second] = name.split(' ') as [string, string?];
      const word = words.get(first) ?? { alone: [], pairs: new Map<string, string[]>() };
      words.set(first, word);
      if (second === undefined) word.alone.push(iso3);
      else word.pairs.set(second, [...(word.pairs.get(second) ?? []), iso3]);
    }
  }
  return words;
})();

/**
 * The country whose institutions a text speaks of most ("sheriff", "grand jury"), ISO 3166-1 alpha-3;
 * null where it speaks of none, or of two countries' alike.
 */
export function originOf(tokens: readonly Token[]): string | null {
  const counts = new Map<string, number>();
  const count = (iso3: string) => counts.set(iso3, (counts.get(iso3) ?? 0) + 1);
  let before: Institution | null = null;
  for (const { lower, spelling } of tokens) {
    if (spelling.institution === undefined) spelling.institution = WORDS.get(lower) ?? null;
    const word = spelling.institution;
    word?.alone.forEach(count);
    before?.pairs.get(lower)?.forEach(count);
    before = word;
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
