import type { ActorClass } from '../lexicon/actors.js';
import { exactly, type Quantity } from '../numbers/counts.js';

/** A phrase that stands for people: tokens `from`..`to` (exclusive). */
export interface Person {
  from: number;
  to: number;
  /** Null for a bare number or name. */
  readonly actor: ActorClass | null;
  readonly plural: boolean;
  /** As counted in the text; null where no number is given. */
  readonly count: Quantity | null;
  /** "one of the three priests": how many the whole is; null where these are no part of a counted whole. */
  readonly whole: Quantity | null;
  name: string | null;
  age: number | null;
  /** Already counted by the phrase before it ("12 people, including three children"). */
  part: boolean;
}

/** What is known of a phrase of which only the place is known. */
export const nobody: Omit<Person, 'from' | 'to'> = {
  actor: null,
  plural: false,
  count: null,
  whole: null,
  name: null,
  age: null,
  part: false,
};

const ONE = exactly(1);

/** How many people a phrase stands for; null where the text leaves it open. */
export function countOf(person: Person): Quantity | null {
  if (person.count) return person.count;
  if (person.plural) return null;
  return ONE;
}

/**
 * Parts of a counted whole as what is said of them right behind has it: of "one of five people shot" and "one of
 * five people who were shot" five were shot, whoever the one is.
 *
 * @param follows whether nothing but "who" and auxiliaries stand between a phrase and what is said
 */
export function asWhole(
  people: readonly Person[],
  follows: (person: Person) => boolean,
): readonly Person[] {
  const part = people.find((person) => person.whole && follows(person));
  if (part) return [{ ...part, count: part.whole, plural: true, part: false }];
  // "one of the men killed": several were, no one says how many.
  const one = people.find((person) => person.plural && person.count?.best === 1 && follows(person));
  return one ? [{ ...one, count: null, part: false }] : people;
}
