import type { ActorClass } from '../lexicon/actors.js';
import type { Quantity } from '../numbers/counts.js';

/** A phrase that stands for people: tokens `from`..`to` (exclusive). */
export interface Person {
  from: number;
  to: number;
  /** Null for a bare number or name. */
  readonly actor: ActorClass | null;
  readonly plural: boolean;
  /** As counted in the text; null where no number is given. */
  readonly count: Quantity | null;
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
  name: null,
  age: null,
  part: false,
};

/** How many people a phrase stands for; null where the text leaves it open. */
export function countOf(person: Person): Quantity | null {
  if (person.count) return person.count;
  if (person.plural) return null;
  return { low: 1, best: 1, high: 1, vague: false };
}
