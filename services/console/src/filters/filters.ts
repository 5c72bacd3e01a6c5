import type { KindKey } from '../model/incident-kind.js';

export const SORTS = {
  '-updatedAt': 'newest report',
  '-start': 'latest day',
  '-killed': 'most killed',
} as const;
export type Sort = keyof typeof SORTS;

/** How well it is known that it happened. */
export const EVIDENCE = ['candidate', 'corroborated', 'disputed'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** What is looked for; null is "any". All of it is in the address, so that it can be sent and kept. */
export interface Filters {
  readonly kind: KindKey | null;
  /** ISO 3166 alpha-3. */
  readonly country: string | null;
  /** Days of the span that the incident must touch. */
  readonly from: string | null;
  readonly to: string | null;
  readonly killedMin: number | null;
  readonly evidence: Evidence | null;
  readonly text: string | null;
  readonly sort: Sort;
}

export const NO_FILTERS: Filters = {
  kind: null,
  country: null,
  from: null,
  to: null,
  killedMin: null,
  evidence: null,
  text: null,
  sort: '-updatedAt',
};

/** The order of the list aside: is anything left out? */
export const isFiltered = ({ sort: _, ...rest }: Filters): boolean =>
  Object.values(rest).some((value) => value !== null);
