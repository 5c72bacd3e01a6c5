import { badQuery } from '../api/problem.js';
import { dayOf } from '../tables/day-of.js';

/** Parsers of single values; each throws ProblemError 400 that names the parameter and says what it takes. */

/** The one text of a parameter. */
export function text(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw badQuery(`${name} must be given once and not be empty.`);
}

export function oneOf(name: string, value: string, allowed: readonly string[]): string {
  if (allowed.includes(value)) return value;
  throw badQuery(`${name} must be one of ${allowed.join(', ')}.`);
}

/** Values that one parameter may list. */
const MAX_LISTED = 20;

/** Values separated by commas, each checked by `parse`. */
export function listOf<T>(name: string, value: string, parse: (one: string) => T): T[] {
  const parts = value.split(',');
  if (parts.length > MAX_LISTED) throw badQuery(`${name} takes at most ${MAX_LISTED} values.`);
  return parts.map(parse);
}

export function matching(name: string, value: string, pattern: RegExp, what: string): string {
  if (pattern.test(value)) return value;
  throw badQuery(`${name} must be ${what}.`);
}

export function day(name: string, value: string): string {
  const parsed = value.length === 10 ? dayOf(value) : null;
  if (parsed !== null) return parsed;
  throw badQuery(`${name} must be a day, as 2022-01-06.`);
}

export function integer(name: string, value: string, least: number, most: number): number {
  const parsed = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (parsed >= least && parsed <= most) return parsed;
  throw badQuery(`${name} must be a whole number from ${least} to ${most}.`);
}

export function decimal(name: string, value: string, least: number, most: number): number {
  const parsed = /^-?\d{1,9}(\.\d{1,12})?$/.test(value) ? Number(value) : NaN;
  if (parsed >= least && parsed <= most) return parsed;
  throw badQuery(`${name} must be a number from ${least} to ${most}.`);
}

/** Milliseconds since the epoch. */
export function instant(name: string, value: string): number {
  const parsed = /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(value) ? Date.parse(value) : NaN;
  if (!Number.isNaN(parsed)) return parsed;
  throw badQuery(`${name} must be a moment, as 2022-01-06T18:00:00Z.`);
}
