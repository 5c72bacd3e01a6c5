import type { Quantity } from '../../numbers/counts.js';
import { countOf, type Person } from '../../people/person.js';

/** How many people are, and whether a number stands in the text; parts are counted by their whole. */
export function amount(people: readonly Person[]): {
  readonly quantity: Quantity | null;
  readonly stated: boolean;
} {
  const counted = people.filter((person) => !person.part);
  return {
    quantity: sum(counted),
    stated: counted.some((person) => person.count !== null),
  };
}

/** People joined by "and" add up; an uncounted plural leaves the sum open above. */
export function sum(people: readonly Person[]): Quantity | null {
  let total: Quantity | null = null;
  for (const person of people) {
    const count = countOf(person);
    if (!count) {
      if (total !== null) total = openAbove(total);
      continue;
    }
    total = total ? plus(total, count) : count;
  }
  return total;
}

const openAbove = (quantity: Quantity): Quantity => ({ ...quantity, high: null });
const add = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a + b;
const plus = (a: Quantity, b: Quantity): Quantity => ({
  low: add(a.low, b.low),
  best: add(a.best, b.best),
  high: add(a.high, b.high),
  vague: a.vague || b.vague,
});
