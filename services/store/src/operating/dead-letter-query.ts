import { DEAD_LETTER_CLASSES, type LetterFilter } from '@tocsin/messaging-kafka';
import { badQuery } from '../api/problem.js';
import { instant, integer, matching, oneOf, text as textOf } from '../queries/values.js';

/** Letters of a page, at most. */
const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 50;
const NAME = /^[a-z-]{1,100}$/;
/** A letter's id, or several of them. */
const ID = /^[a-z-]{1,100}\/[a-z-]{1,100}\/\d{1,9}\/\d{1,18}$/;
const MAX_IDS = 100;

const name = (which: string) => (value: string) =>
  matching(which, value, NAME, 'lower-case letters and dashes');

/** The parameters that say which dead letters are meant: of the list, and of redrives. */
export const LETTER_FILTERS: Readonly<
  Record<keyof LetterFilter, (value: string) => string | number>
> = {
  topic: name('topic'),
  group: name('group'),
  class: (value) => oneOf('class', value, DEAD_LETTER_CLASSES),
  code: (value) => matching('code', value, /^[A-Za-z0-9_]{1,100}$/, "an error's code"),
  since: (value) => instant('since', value),
  until: (value) => instant('until', value),
};

export interface LetterQuery {
  readonly filter: LetterFilter;
  readonly limit: number;
  readonly cursor?: string;
}

/** @throws ProblemError 400 naming the first parameter that is unknown, repeated or out of range */
export function parseLetterQuery(query: Readonly<Record<string, unknown>>): LetterQuery {
  const { limit, cursor, ...filter } = query;
  return {
    filter: parseFilter(filter),
    limit:
      limit === undefined ? DEFAULT_LIMIT : integer('limit', textOf('limit', limit), 1, MAX_LIMIT),
    ...(cursor === undefined
      ? {}
      : { cursor: matching('cursor', textOf('cursor', cursor), ID, 'one that this API gave') }),
  };
}

function parseFilter(filter: Readonly<Record<string, unknown>>): LetterFilter {
  return Object.fromEntries(
    Object.entries(filter).map(([key, value]) => {
      if (!Object.hasOwn(LETTER_FILTERS, key)) throw badQuery(`${key} is no filter here.`);
      return [key, LETTER_FILTERS[key as keyof LetterFilter](textOf(key, value))];
    }),
  ) as LetterFilter;
}

/** Which dead letters a redrive is about. */
export type LettersMeant =
  | { readonly ids: readonly string[] }
  | {
      readonly filter: LetterFilter;
      /** Whether those that were redriven before are sent again. */
      readonly again: boolean;
    };

export interface RedriveRequest {
  readonly meant: LettersMeant;
  /** Records a second. */
  readonly rate: number;
  readonly reason: string;
}

const MAX_RATE = 1_000;
const DEFAULT_RATE = 50;

/** Body of `POST /v1/dead-letters/redrive/preview`. @throws ProblemError 400 */
export function parseLettersMeant(body: unknown): LettersMeant {
  const { ids, filter, again = false, ...rest } = objectOf(body);
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw badQuery(`${unknown} is not a field of this call.`);
  if (ids !== undefined) {
    const isList = Array.isArray(ids) && ids.length > 0 && ids.length <= MAX_IDS;
    if (!isList || filter !== undefined || !ids.every((id) => ID.test(String(id))))
      throw badQuery(`ids must be 1 to ${MAX_IDS} ids of dead letters, without a filter.`);
    return { ids: [...new Set(ids.map(String))] };
  }
  const parsed = parseFilter(objectOf(filter));
  // Everything that ever failed is never sent by an oversight.
  if (Object.keys(parsed).length === 0) throw badQuery('filter must say which, or ids.');
  if (typeof again !== 'boolean') throw badQuery('again must be true or false.');
  return { filter: parsed, again };
}

/** Body of `POST /v1/dead-letters/redrive`. @throws ProblemError 400 */
export function parseRedrive(body: unknown): RedriveRequest {
  const { rate = DEFAULT_RATE, reason, ...rest } = objectOf(body);
  return {
    meant: parseLettersMeant(rest),
    rate: integer('rate', String(rate), 1, MAX_RATE),
    reason: parseReason(reason),
  };
}

/** Why an operator does something: kept for ever. @throws ProblemError 400 */
export function parseReason(reason: unknown): string {
  const given = typeof reason === 'string' ? reason.trim() : '';
  if (given === '' || given.length > 1_000 || given.includes('\0'))
    throw badQuery('reason must be 1 to 1000 characters.');
  return given;
}

/** @throws ProblemError 400 */
export function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw badQuery('The body must be an object, and so must its filter.');
}
