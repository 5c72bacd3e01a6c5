import type { Actor, Victim } from '@tocsin/contracts';
import { terms } from '../keywords/terms.js';
import { lastOf } from '../last-of.js';
import { onceEach } from '../once-each.js';
import type { Told } from './linkable.js';

/** Whether two sets of victims have one by the same name; null where one of them names nobody. */
export function namesShared(a: readonly Victim[], b: readonly Victim[]): boolean | null {
  if (a.length === 0 || b.length === 0) return null;
  const [here, there] = [namesOf(a), namesOf(b)];
  if (here.length === 0 || there.length === 0) return null;
  return here.some((name) => there.some((other) => samePerson(name, other)));
}

/** Whether two sets of victims have one of the same age; null where one of them gives no age. */
export function agesShared(a: readonly Victim[], b: readonly Victim[]): boolean | null {
  if (a.length === 0 || b.length === 0) return null;
  const [here, there] = [agesOf(a), agesOf(b)];
  if (here.size === 0 || there.size === 0) return null;
  return [...here].some((age) => there.has(age));
}

/** Whether the same is said of who acted, as written or as an organisation's name. */
export function actorsShared(a: readonly Actor[], b: readonly Actor[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const words = wordsOf(a);
  return b.some(({ name, words: written }) => terms(name ?? written).some((w) => words.has(w)));
}

/** The share of content words of the shorter summary that the other has too, 0 to 1. */
export function wordsShared(a: Summarised, b: Summarised): number {
  const [here, there] = [summaryTermSetOf(a), summaryTermsOf(b)];
  const shorter = Math.min(here.size, there.length);
  let shared = 0;
  for (const word of there) if (here.has(word)) shared += 1;
  return shorter === 0 ? 0 : shared / shorter;
}

const wordsOf = lastOf(
  (actors: readonly Actor[]) =>
    new Set(actors.flatMap(({ name, words: written }) => terms(name ?? written))),
);

type Summarised = Pick<Told, 'summary'>;

/** Each once, in an array: what is remembered of many mentions should be small. */
const summaryTermsOf = onceEach(({ summary }: Summarised): readonly string[] => [
  ...new Set(terms(summary)),
]);

const summaryTermSetOf = lastOf((summarised: Summarised) => new Set(summaryTermsOf(summarised)));

const namesOf = (victims: readonly Victim[]) =>
  victims.flatMap(({ name }) => (name === undefined ? [] : [terms(name)]));

const agesOf = (victims: readonly Victim[]) => new Set(victims.flatMap(({ age }) => age ?? []));

/** A family name alone may stand for the full one; a shared first name is nothing. */
function samePerson(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length > 0 && a.at(-1) === b.at(-1) && (a[0] === b[0] || Math.min(a.length, b.length) === 1)
  );
}
