import { readFileSync } from 'node:fs';
import type { Token } from './tokens.js';

/** Institution, one or two words in lower case → the countries that have it, ISO 3166-1 alpha-3. */
const INSTITUTIONS: ReadonlyMap<string, readonly string[]> = (() => {
  const file = readFileSync(new URL('../data/institutions.json', import.meta.url), 'utf8');
  const { countries } = JSON.parse(file) as { countries: Record<string, string[]> };
  const byName = new Map<string, string[]>();
  for (const [iso3, names] of Object.entries(countries)) {
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), iso3]);
  }
  return byName;
})();

/** First words of the institutions of two words. */
const BEGINNINGS = new Set(
  [...INSTITUTIONS.keys()].flatMap((name) => name.split(' ').slice(0, -1)),
);

/**
 * The country whose institutions a text speaks of most ("sheriff", "grand jury"), ISO 3166-1 alpha-3;
 * null where it speaks of none, or of two countries' alike.
 */
export function originOf(tokens: readonly Token[]): string | null {
  const counts = new Map<string, number>();
  let last = '';
  for (const { lower } of tokens) {
    const single = INSTITUTIONS.get(lower);
    const pair = BEGINNINGS.has(last) ? INSTITUTIONS.get(`${last} ${lower}`) : undefined;
    last = lower;
    if (!single && !pair) continue;
    for (const iso3 of [...(single ?? []), ...(pair ?? [])]) {
      counts.set(iso3, (counts.get(iso3) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
