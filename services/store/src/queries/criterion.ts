import type { Bind } from './bind.js';

/** The orders in which a walk along an index can stop early. */
export type WalkSort = 'updatedAt' | 'start' | 'killed';

/** One thing that an incident must satisfy. */
export interface Criterion {
  /** It has one of these tokens; narrows, and decides alone when there is no `check`. */
  readonly facets?: readonly string[];
  /** A condition on its columns. */
  readonly check?: (bind: Bind) => string;
  /** Whether an index answers `check`, too: a text search. */
  readonly narrows?: boolean;
  /** `check` bounds the walk along this order. */
  readonly bounds?: WalkSort;
}

export const FIRST_DAY = `coalesce(start_on, end_on, '-infinity'::date)`;
export const LAST_DAY = 'coalesce(end_on, start_on)';
export const KILLED = 'coalesce(killed_best, -1)';

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
