import { readFileSync } from 'node:fs';

const countries = JSON.parse(
  readFileSync(new URL('../data/countries.json', import.meta.url), 'utf8'),
) as { cca2: string; cca3: string }[];

/**
 * Country by top-level domain, without dot: ISO 3166-1 alpha-2 but for the United Kingdom's (IANA, Root Zone
 * Database).
 */
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ...countries.map(({ cca2, cca3 }): [string, string] => [cca2.toLowerCase(), cca3]),
  ['uk', 'GBR'],
]);

/** Sold to anyone for what they spell; below "com" and the like they are still the country's own. */
const SOLD = new Set('ai am cc cd co fm gg io la li ly me sh to tv vc ws'.split(' '));
const OWN = new Set('ac co com edu gob gov net org'.split(' '));

/**
 * The country that the top-level domain of a page's address belongs to, ISO 3166-1 alpha-3; null for one that
 * is no country's, and for what is no address.
 */
export function countryOfUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const labels = new URL(url).hostname.split('.');
  const top = labels.at(-1) ?? '';
  if (SOLD.has(top) && !OWN.has(labels.at(-2) ?? '')) return null;
  return COUNTRIES.get(top) ?? null;
}
