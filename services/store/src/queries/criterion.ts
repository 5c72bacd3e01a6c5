import type { Bind } from './bind.js';

/** The orders in which a walk along an index can stop early. */
export type WalkSort = 'updatedAt' | 'start' | 'killed';

/** One thing that an incident must satisfy. */
export interface Criterion {
  /** It has one of these tokens; narrows, and decides alone when there is no `check`. */
  readonly facets?: readonly string[];
  /** A condition on its columns; unless it `narrows`, on those that the indexes of the orders hold (`COVERED`). */
  readonly check?: (bind: Bind) => string;
  /** What `facets` says, told by such columns: row by row that is cheaper than to look through lists of tokens. */
  readonly columns?: (bind: Bind) => string;
  /** How the tokens begin of what all that has these has as well: a division lies in its country. */
  readonly implies?: string;
  /** Whether an index answers `check`, too: a text search. */
  readonly narrows?: boolean;
  /** Of a text search: the index tells which rows may satisfy it, and the words of each must be read. */
  readonly rereads?: boolean;
  /** Of a text search: all that begins with some letters is gathered first, whatever else is asked. */
  readonly gathers?: boolean;
  /** `check` bounds the walk along this order. */
  readonly bounds?: WalkSort;
}

export const FIRST_DAY = `coalesce(start_on, end_on, '-infinity'::date)`;
export const LAST_DAY = 'coalesce(end_on, start_on)';
export const KILLED = 'coalesce(killed_best, -1)';

/** Columns that the indexes of two orders hold, so that a walk along one of these reads no row (`CoverFilters`). */
export const COVERED = [
  'lifecycle',
  'evidence',
  'type',
  'sub_type',
  'country',
  'latitude',
  'longitude',
  'start_on',
  'end_on',
  'killed_best',
  'injured_best',
  'source_count',
  'updated_ms',
  'updated_by',
] as const;

/** Whether these columns alone decide. */
export const isCovered = ({ facets, check, columns, narrows }: Criterion): boolean =>
  narrows !== true && (facets === undefined || check !== undefined || columns !== undefined);

/** The condition on the columns alone, where there is one. */
export function byColumns(criterion: Criterion): Criterion {
  const check = criterion.check ?? criterion.columns;
  return check ? { check } : criterion;
}

/** Whether some index holds few rows besides those that satisfy it. */
export const isNarrow = ({ facets, narrows }: Criterion): boolean =>
  facets !== undefined || narrows === true;

/** The conditions of all criteria together; the tokens of all are one look-up. */
export function conditionsOf(criteria: readonly Criterion[], bind: Bind): string[] {
  const single = criteria.flatMap(({ facets }) => (facets?.length === 1 ? facets : []));
  const several = criteria.flatMap(({ facets }) => (facets && facets.length > 1 ? [facets] : []));
  return [
    ...(single.length > 0 ? [`facets @> ${bind(single)}::text[]`] : []),
    ...several.map((facets) => `facets && ${bind(facets)}::text[]`),
    ...criteria.flatMap(({ check }) => (check ? [check(bind)] : [])),
  ];
}
