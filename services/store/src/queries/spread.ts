import type { Queryable } from '@tocsin/persistence';
import { spansBetween } from '../facets/spans.js';
import type { OrderedQuery, Window } from './incident-statements.js';

/** How changes are spread over time, as far as the planner was told. Decides how far a search looks, never what it finds. */
export interface Spread {
  /** Rows of the table. */
  readonly total: number;
  /** Moments between which equally many rows lie, oldest first; ms since the epoch. */
  readonly bounds: readonly number[];
  /** The ends of the order, ms since the epoch. */
  readonly oldest: number;
  readonly newest: number;
  /** Rows that have been written since the bounds were made. */
  readonly newer: number;
}

/** Of a table that the planner was never told of. */
export const UNKNOWN: Spread = { total: -1, bounds: [], oldest: 0, newest: 0, newer: 0 };

/** The planner's numbers, and the ends of the order, which it reads off the index. */
export const SPREAD = `SELECT c.reltuples::float8 AS total, coalesce(s.histogram_bounds::text::float8[], '{}') AS bounds,
    coalesce((SELECT min(updated_ms) FROM incident), 0)::float8 AS oldest,
    coalesce((SELECT max(updated_ms) FROM incident), 0)::float8 AS newest,
    coalesce(pg_stat_get_mod_since_analyze(c.oid), 0)::float8 AS newer
  FROM pg_class c LEFT JOIN pg_stats s
    ON s.schemaname = c.relnamespace::regnamespace::text AND s.tablename = c.relname AND s.attname = 'updated_ms'
  WHERE c.oid = 'incident'::regclass`;

/** How long it is known before it is asked for again: it takes as long as many a list. */
const KEPT_MS = 5_000;
const kept = new WeakMap<Queryable, { readonly spread: Spread; readonly untilMs: number }>();

/** As of at most a little while ago. @param nowMs ms since the epoch */
export async function spreadOf(db: Queryable, nowMs: number): Promise<Spread> {
  const known = kept.get(db);
  if (known && nowMs < known.untilMs) return known.spread;
  const [spread = UNKNOWN] = await db.query<Spread>(SPREAD);
  kept.set(db, { spread, untilMs: nowMs + KEPT_MS });
  return spread;
}

/** A moment and how many rows are older. */
type Point = readonly [ms: number, older: number];

function pointsOf({ total, bounds, newest, newer }: Spread): Point[] {
  const known = Math.max(0, total - Math.min(newer, total));
  const points = bounds.map((ms, n): Point => [ms, (known * n) / (bounds.length - 1)]);
  const last = points.at(-1) as Point;
  return newest > last[0] ? [...points, [newest, Math.max(total, known)]] : points;
}

/**
 * The moment so many rows from another, as if rows lay evenly between two bounds.
 * @param rows that lie between; negative towards the older ones
 * @returns undefined where there are not so many, or nothing is known of them
 */
export function momentBeside(spread: Spread, from: number, rows: number): number | undefined {
  if (spread.bounds.length < 2 || spread.total <= 0) return undefined;
  const points = pointsOf(spread);
  const wanted = between(points, from, 0, 1) + rows;
  if (wanted <= 0 || wanted >= (points.at(-1) as Point)[1]) return undefined;
  return Math.floor(between(points, wanted, 1, 0));
}

/** A value's counterpart on the line through the points; beyond its ends theirs. */
function between(points: readonly Point[], value: number, of: 0 | 1, to: 0 | 1): number {
  const after = points.findIndex((point) => point[of] >= value);
  if (after <= 0) return (points.at(after) as Point)[to];
  const [a, b] = [points[after - 1] as Point, points[after] as Point];
  return a[to] + ((value - a[of]) / (b[of] - a[of])) * (b[to] - a[to]);
}

/**
 * About so many rows of the order by change, from where the search begins.
 * @param nowMs ms since the epoch: what has changed since, or does meanwhile, is the newest and must be met there
 * @returns undefined where the order has fewer rows than that
 */
export function windowByChange(
  { cursor, updatedSince, descending }: OrderedQuery,
  rows: number,
  spread: Spread,
  nowMs: number,
): Window | undefined {
  const begun = cursor === undefined ? undefined : Number(cursor.value);
  if (descending) {
    const from = begun ?? spread.newest;
    const until = momentBeside(spread, from, -rows);
    if (until === undefined || until >= from) return undefined;
    const now = begun === undefined ? spansBetween(nowMs - SINCE_MS, nowMs + SINCE_MS) : [];
    return { edge: placeOf(until), spans: [...spansBetween(until, from), ...now] };
  }
  const from = begun ?? Math.max(spread.oldest, updatedSince ?? 0);
  const until = momentBeside(spread, from, rows);
  if (until === undefined || until <= from) return undefined;
  return { edge: placeOf(until), spans: spansBetween(from, until) };
}

/** Beyond how old the newest known change is, and how long a search takes. */
const SINCE_MS = 60_000;

/** Before the first row of a moment: no id is empty. */
const placeOf = (ms: number) => ({ value: String(ms), id: '' });
