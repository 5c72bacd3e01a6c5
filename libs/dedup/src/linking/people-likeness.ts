import type { Actor, Mention, Victim } from '@tocsin/contracts';
import { terms } from '../story/terms.js';

/** Log-odds by the victims' names and ages: the surest sign of one incident there is. */
export function victimLikeness(a: readonly Victim[], b: readonly Victim[]): number {
  const [namesA, namesB] = [namesOf(a), namesOf(b)];
  if (namesA.some((name) => namesB.some((other) => samePerson(name, other)))) return 2.5;
  const ages = new Set(a.flatMap(({ age }) => age ?? []));
  if (b.some(({ age }) => age !== undefined && ages.has(age))) return 0.6;
  return namesA.length > 0 && namesB.length > 0 ? -0.8 : 0;
}

/** Log-odds by who acted, as written or as an organisation's name. */
export function actorLikeness(a: readonly Actor[], b: readonly Actor[]): number {
  const words = new Set(a.flatMap(({ name, words: written }) => terms(name ?? written)));
  return b.some(({ name, words: written }) => terms(name ?? written).some((w) => words.has(w)))
    ? 0.4
    : 0;
}

/** Log-odds by the content words that the two summaries share. */
export function wordLikeness(a: Mention, b: Mention): number {
  const [wordsA, wordsB] = [new Set(terms(a.summary)), new Set(terms(b.summary))];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  const shorter = Math.min(wordsA.size, wordsB.size);
  return shorter === 0 ? 0 : (1.6 * shared) / shorter;
}

const namesOf = (victims: readonly Victim[]) =>
  victims.flatMap(({ name }) => (name === undefined ? [] : [terms(name)]));

/** A family name alone may stand for the full one; a shared first name is nothing. */
function samePerson(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length > 0 && a.at(-1) === b.at(-1) && (a[0] === b[0] || Math.min(a.length, b.length) === 1)
  );
}
