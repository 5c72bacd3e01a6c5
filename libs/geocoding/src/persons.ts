import { foldName } from './fold.js';
import type { Gazetteer } from './gazetteer.js';
import type { Token } from './tokens.js';
import { COMPASS, DEMONYMS, DIRECTIONS, GIVEN_NAMES, LOCATIVE, PART_OF, TITLES } from './words.js';

/**
 * Surnames of the document's persons, folded: what follows a title, a given name, or a capitalised word
 * that is no place, as in "Munir Abdulkader". Their bare later uses are not places.
 */
export function personNames(tokens: readonly Token[], gazetteer: Gazetteer): Set<string> {
  const names = new Set<string>();
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    if (!token.capitalised || !token.joined || token.hyphened || !before?.capitalised) return;
    if (PART_OF.has(token.lower) || LOCATIVE.has(before.lower)) return;
    const folded = foldName(token.text);
    const first = foldName(before.text);
    if (folded === null || first === null) return;
    const unknown =
      !before.initial &&
      first.length > 2 &&
      !gazetteer.has(first) &&
      !DEMONYMS.has(first) &&
      !PART_OF.has(first) &&
      !DIRECTIONS.has(first) &&
      !COMPASS.has(first);
    if (isTitle(before) || isGivenName(before) || unknown) names.add(folded);
  });
  return names;
}

export const isTitle = (token: Token): boolean =>
  token.capitalised && TITLES.has(token.lower.replace('.', ''));

export const isGivenName = (token: Token): boolean =>
  token.capitalised && GIVEN_NAMES.has(token.lower);
