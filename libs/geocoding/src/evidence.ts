import { foldName } from './fold.js';
import type { Gazetteer } from './gazetteer.js';
import type { Token } from './tokens.js';
import {
  COMMON_WORDS,
  DEMONYMS,
  DIRECTIONS,
  FACILITY,
  GIVEN_NAMES,
  LOCATIVE,
  ORGANISATION_BEFORE,
  TITLES,
} from './words.js';

/** What stands around a name. */
export interface Neighbours {
  readonly single: boolean;
  readonly initial: boolean;
  readonly afterComma: boolean;
  /** "in X", "near X". */
  readonly locative: boolean;
  /** "Mr X", "John X". */
  readonly personBefore: boolean;
  /** Another capitalised word stands right before, not for its place in the sentence. */
  readonly nameBefore: boolean;
  readonly organisationBefore: boolean;
  /** Another capitalised word follows that is no "airport" or demonym. */
  readonly nameAfter: boolean;
  /** "NC", "Pa.": abbreviations, places only after a comma. */
  readonly abbreviation: boolean;
}

/** Log-odds by feature; set by reading errors on the development half of `geo`. */
const WEIGHTS = {
  locative: 2.5,
  afterComma: 1,
  personBefore: -6,
  nameBefore: -2,
  organisationBefore: -2,
  nameAfter: -2.5,
  nameAfterLocative: -1,
  knownPerson: -5,
  givenName: -2.5,
  commonWord: -3.5,
  commonWordInitial: -6,
  initial: -0.5,
  abbreviation: -9,
  upperCaseWithoutPreposition: -3,
} as const;

export function neighboursOf(tokens: readonly Token[], first: number, last: number): Neighbours {
  const start = tokens[first] as Token;
  const before = start.joined ? tokens[first - 1] : undefined;
  const next = tokens[last + 1];
  const after = next?.joined ? next : undefined;
  const locative = before !== undefined && LOCATIVE.has(before.lower);
  const named = before !== undefined && before.capitalised && !before.initial;
  return {
    single: first === last,
    initial: start.initial,
    afterComma: start.afterComma,
    locative,
    personBefore: before !== undefined && isPersonal(before),
    nameBefore: named && !locative && !FACILITY.has(before.lower),
    organisationBefore: named && ORGANISATION_BEFORE.has(before.lower),
    nameAfter:
      after !== undefined &&
      after.capitalised &&
      !FACILITY.has(after.lower) &&
      !DEMONYMS.has(after.lower),
    abbreviation: first === last && /^(?:[A-Z]{2}|[A-Z][a-z]{0,4}\.)$/.test(start.text),
  };
}

export function evidenceOf(
  folded: string,
  near: Neighbours,
  upperCase: boolean,
  persons: ReadonlySet<string>,
): number {
  let sum = near.locative ? WEIGHTS.locative : 0;
  if (near.afterComma) sum += WEIGHTS.afterComma;
  else if (near.abbreviation) sum += WEIGHTS.abbreviation;
  if (near.single && COMMON_WORDS.has(folded)) {
    sum += upperCase || near.initial ? WEIGHTS.commonWordInitial : WEIGHTS.commonWord;
  }
  if (near.single && GIVEN_NAMES.has(folded)) sum += WEIGHTS.givenName;
  if (upperCase) {
    const bare = !near.locative && !near.afterComma;
    return bare ? sum + WEIGHTS.upperCaseWithoutPreposition : sum;
  }
  if (near.personBefore) sum += WEIGHTS.personBefore;
  else if (near.nameBefore) sum += WEIGHTS.nameBefore;
  if (near.organisationBefore) sum += WEIGHTS.organisationBefore;
  if (near.nameAfter) sum += near.locative ? WEIGHTS.nameAfterLocative : WEIGHTS.nameAfter;
  if (near.single && persons.has(folded) && !near.locative) sum += WEIGHTS.knownPerson;
  if (near.single && near.initial) sum += WEIGHTS.initial;
  return sum;
}

/**
 * Surnames of the document's persons, folded: what follows a title, a given name, or a capitalised word
 * that is no place, as in "Munir Abdulkader". Their bare later uses are not places.
 */
export function personNames(tokens: readonly Token[], gazetteer: Gazetteer): Set<string> {
  const names = new Set<string>();
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    if (!token.capitalised || !token.joined || !before?.capitalised) return;
    if (FACILITY.has(token.lower) || LOCATIVE.has(before.lower)) return;
    const folded = foldName(token.text);
    const first = foldName(before.text);
    if (folded === null || first === null) return;
    const unknown =
      !before.initial &&
      first.length > 2 &&
      !gazetteer.has(first) &&
      !DEMONYMS.has(first) &&
      !FACILITY.has(first) &&
      !DIRECTIONS.has(first);
    if (isPersonal(before) || unknown) names.add(folded);
  });
  return names;
}

function isPersonal(token: Token): boolean {
  return (
    token.capitalised && (TITLES.has(token.lower.replace('.', '')) || GIVEN_NAMES.has(token.lower))
  );
}
