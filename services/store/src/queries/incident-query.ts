import { AcledEventType } from '@tocsin/contracts';
import { badQuery } from '../api/problem.js';
import { dayOf } from '../tables/incident-table.js';
import { decodeCursor, type Cursor } from './cursor.js';

export const MAX_LIMIT = 500;
const DEFAULT_LIMIT = 50;

/** What a client may sort by: an expression without nulls and the type of its values. */
export const SORTS = {
  updatedAt: { sql: 'updated_ms', type: 'bigint' },
  start: { sql: `coalesce(start_on, '-infinity')`, type: 'date' },
  killed: { sql: 'coalesce(killed_best, -1)', type: 'integer' },
} as const;
export type SortName = keyof typeof SORTS;

/** A checked search. */
export interface IncidentQuery {
  readonly type?: string;
  readonly country?: string;
  /** First and last day of the span that the incident must touch. */
  readonly from?: string;
  readonly to?: string;
  readonly killedMin?: number;
  readonly text?: string;
  /** Milliseconds since the epoch. */
  readonly updatedSince?: number;
  readonly limit: number;
  readonly sort: SortName;
  readonly descending: boolean;
  readonly cursor?: Cursor;
}

/** One parser for each parameter; a name that isn't here is refused. */
const PARSERS: Readonly<Record<string, (text: string) => Partial<IncidentQuery>>> = {
  type: (text) => ({ type: oneOf('type', text, (AcledEventType as { enum: string[] }).enum) }),
  country: (text) => ({
    country: matching('country', text, /^[A-Z]{3}$/, 'an ISO 3166 alpha-3 code'),
  }),
  from: (text) => ({ from: day('from', text) }),
  to: (text) => ({ to: day('to', text) }),
  killedMin: (text) => ({ killedMin: integer('killedMin', text, 0, 100_000_000) }),
  text: (text) => ({ text: matching('text', text, /^[^\0]{1,200}$/s, '1 to 200 characters') }),
  updatedSince: (text) => ({ updatedSince: instant('updatedSince', text) }),
  limit: (text) => ({ limit: integer('limit', text, 1, MAX_LIMIT) }),
};

/**
 * A query string as a search.
 * @throws ProblemError 400 naming the first parameter that is unknown, repeated or out of range
 */
export function parseIncidentQuery(query: Readonly<Record<string, unknown>>): IncidentQuery {
  const { sort: sortText = '-updatedAt', cursor, ...rest } = query;
  const sort = oneOf('sort', text('sort', sortText).replace(/^-/, ''), Object.keys(SORTS));
  const parsed: Partial<IncidentQuery>[] = Object.entries(rest).map(([name, value]) => {
    const parse = Object.hasOwn(PARSERS, name) ? PARSERS[name] : undefined;
    if (!parse) throw badQuery(`${name} is not a parameter of this search.`);
    return parse(text(name, value));
  });
  return Object.assign(
    { limit: DEFAULT_LIMIT, sort: sort as SortName, descending: String(sortText).startsWith('-') },
    ...parsed,
    cursor === undefined ? {} : { cursor: decodeCursor(text('cursor', cursor), String(sortText)) },
  );
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw badQuery(`${name} must be given once and not be empty.`);
}

function oneOf(name: string, value: string, allowed: readonly string[]): string {
  if (allowed.includes(value)) return value;
  throw badQuery(`${name} must be one of ${allowed.join(', ')}.`);
}

function matching(name: string, value: string, pattern: RegExp, what: string): string {
  if (pattern.test(value)) return value;
  throw badQuery(`${name} must be ${what}.`);
}

function day(name: string, value: string): string {
  const parsed = value.length === 10 ? dayOf(value) : null;
  if (parsed !== null) return parsed;
  throw badQuery(`${name} must be a day, as 2022-01-06.`);
}

function integer(name: string, value: string, least: number, most: number): number {
  const parsed = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (parsed >= least && parsed <= most) return parsed;
  throw badQuery(`${name} must be a whole number from ${least} to ${most}.`);
}

function instant(name: string, value: string): number {
  const parsed = /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(value) ? Date.parse(value) : NaN;
  if (!Number.isNaN(parsed)) return parsed;
  throw badQuery(`${name} must be a moment, as 2022-01-06T18:00:00Z.`);
}
