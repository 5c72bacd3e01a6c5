import { onceEach } from '../once-each.js';
import type { ComparableMention } from './linkable.js';

const DAY_MS = 86_400_000;

/** "On or before" and undated mean recently: news seldom tells of what is older without saying when. */
const OPEN_DAYS = 7;
/** A longer stretch is no time to link by; its last days are. */
const LONGEST_DAYS = 31;

/** Days since the epoch, both inclusive. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The days in which the mention says that it happened. */
export const spanOf = onceEach(({ mention: { when }, articleDay }: ComparableMention): Span => {
  const last = dayOf(when.end) ?? dayOf(when.start) ?? articleDay;
  const first = dayOf(when.start) ?? last - OPEN_DAYS;
  return { first: Math.max(Math.min(first, last), last - LONGEST_DAYS), last };
});

/** Whole days between two spans; 0 when they touch. */
export function gapDays(a: Span, b: Span): number {
  return Math.max(0, a.first - b.last, b.first - a.last);
}

/** Days since the epoch of an ISO date or date-time, in the zone that it is written in; null if it is none. */
export function dayOf(iso: string | null): number | null {
  const at = iso === null ? Number.NaN : Date.parse(iso.slice(0, 10));
  return Number.isNaN(at) ? null : Math.floor(at / DAY_MS);
}
