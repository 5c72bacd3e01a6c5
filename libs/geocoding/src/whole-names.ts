import type { Token } from './tokens.js';

const COMPASS_LETTERS: ReadonlyMap<string, string> = new Map([
  ['N.', 'north'],
  ['S.', 'south'],
  ['E.', 'east'],
  ['W.', 'west'],
]);

/**
 * "W. Memphis": what the letter that a name may begin with is short for; null where it is none, or where a
 * name stands before it ("George W. Bush").
 */
export function compassLetter(tokens: readonly Token[], at: number): string | null {
  const { text, joined, initial } = tokens[at] as Token;
  const isMiddle = joined && !initial && tokens[at - 1]?.capitalised === true;
  return isMiddle ? null : (COMPASS_LETTERS.get(text) ?? null);
}

/** Words of Spanish, Portuguese, French and Italian names that go on them, and are no English words. */
const CONNECTORS = new Set('de del da do dos das di du des della'.split(' '));
const ARTICLES = new Set('la las los el le les lo il'.split(' '));

/**
 * "San Marcos de la Vega": a known name that ends at the token is no more than the beginning of another one,
 * whatever that names.
 */
export function isCut(last: number, tokens: readonly Token[]): boolean {
  const connector = tokens[last + 1];
  if (tokens[last]?.possessive || !connector?.joined) return false;
  if (!CONNECTORS.has(connector.lower)) return false;
  const article = tokens[last + 2];
  const next = article?.joined && ARTICLES.has(article.lower) ? tokens[last + 3] : article;
  return next?.joined === true && next.capitalised;
}

/** What begins the name of another place than the one whose name follows: a quarter, an estate, a port. */
const BEFORE = new Set('little puerto villa barrio colonia hacienda finca cerro'.split(' '));

/** "Little Havana", "Puerto San Francisco": the end of another place's name, which may lie anywhere. */
export function isQuarter(first: number, tokens: readonly Token[]): boolean {
  const before = tokens[first - 1];
  return tokens[first]?.joined === true && before?.capitalised === true && BEFORE.has(before.lower);
}
