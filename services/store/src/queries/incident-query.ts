import { badQuery } from '../api/problem.js';
import { FACET } from '../facets/facets-of.js';
import { criteriaOf, INCIDENT_PARAMETERS } from './incident-parameters.js';
import { FIRST_DAY, KILLED, type Criterion } from './criterion.js';
import { decodeCursor, type Cursor } from './cursor.js';
import { dayOf } from '../tables/day-of.js';
import { parseFields } from './fields.js';
import { instant, integer, oneOf, text } from './values.js';

export const MAX_LIMIT = 500;
const DEFAULT_LIMIT = 50;

const isWhole = (value: string) => /^(-1|\d{1,9})$/.test(value);

/** What a client may sort by: an expression without nulls that an index holds, and what its values are. */
export const SORTS = {
  updatedAt: {
    sql: 'updated_ms',
    type: 'bigint',
    isValue: (value: string) => /^\d{1,15}$/.test(value),
  },
  start: {
    sql: FIRST_DAY,
    type: 'date',
    isValue: (value: string) => value === '-infinity' || dayOf(value) === value,
  },
  killed: { sql: KILLED, type: 'integer', isValue: isWhole },
  /** Of the newest matches of `text`. */
  relevance: {
    sql: 'rank',
    type: 'float4',
    isValue: (value: string) => /^\d{1,6}(\.\d{1,12})?(e-\d{2})?$/.test(value),
  },
} as const;
export type SortName = keyof typeof SORTS;

export const LIFECYCLES = ['active', 'merged', 'retracted', 'any'] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** A checked search. */
export interface IncidentQuery {
  readonly criteria: readonly Criterion[];
  readonly lifecycle: Lifecycle;
  /** The text that relevance is measured by. */
  readonly text?: string;
  /** Milliseconds since the epoch. */
  readonly updatedSince?: number;
  readonly limit: number;
  readonly sort: SortName;
  readonly descending: boolean;
  readonly cursor?: Cursor;
  readonly fields?: readonly string[];
}

/** What a list takes beside its filters. */
export const PAGE_PARAMETERS = ['updatedSince', 'lifecycle', 'limit', 'sort', 'cursor', 'fields'];

/**
 * A query string as a search.
 * @throws ProblemError 400 naming the first parameter that is unknown, repeated or out of range
 */
export function parseIncidentQuery(query: Readonly<Record<string, unknown>>): IncidentQuery {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    if (!Object.hasOwn(INCIDENT_PARAMETERS, name) && !PAGE_PARAMETERS.includes(name)) {
      throw badQuery(`${name} is not a parameter of this search.`);
    }
    given[name] = text(name, value);
  }
  const { cursor, fields, limit } = given;
  const sort = sortOf(given);
  const sortName = sort.replace(/^-/, '') as SortName;
  const lifecycle = lifecycleOf(given);
  const isOver = lifecycle === 'merged' || lifecycle === 'retracted';
  return {
    criteria: [
      ...criteriaOf(given),
      ...(isOver ? [{ facets: [FACET.lifecycle + lifecycle] }] : []),
    ],
    lifecycle,
    ...(given['text'] === undefined ? {} : { text: given['text'] }),
    ...(given['updatedSince'] === undefined
      ? {}
      : { updatedSince: instant('updatedSince', given['updatedSince']) }),
    limit: limit === undefined ? DEFAULT_LIMIT : integer('limit', limit, 1, MAX_LIMIT),
    sort: sortName,
    descending: sort.startsWith('-'),
    ...(cursor === undefined
      ? {}
      : { cursor: decodeCursor(cursor, sort, SORTS[sortName].isValue) }),
    ...(fields === undefined ? {} : { fields: parseFields(fields) }),
  };
}

type Given = Readonly<Record<string, string>>;

/** Newest change first; of a span of days the newest day first, which is how their index lies. */
function sortOf(given: Given): string {
  const { sort, updatedSince, from, to } = given;
  const byDay = updatedSince === undefined && (from !== undefined || to !== undefined);
  const chosen = sort ?? (byDay ? '-start' : '-updatedAt');
  oneOf('sort', chosen.replace(/^-/, ''), Object.keys(SORTS));
  if (chosen === 'relevance') throw badQuery('sort=-relevance goes from the best match on.');
  if (chosen === '-relevance' && given['text'] === undefined) {
    throw badQuery('sort=-relevance needs text.');
  }
  return chosen;
}

/** A reader by time must see merged and retracted ones, too: that is the change. */
function lifecycleOf({ lifecycle, updatedSince }: Given): Lifecycle {
  if (lifecycle === undefined) return updatedSince === undefined ? 'active' : 'any';
  return oneOf('lifecycle', lifecycle, LIFECYCLES) as Lifecycle;
}
