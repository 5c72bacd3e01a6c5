import type { Queryable } from '@tocsin/persistence';

/** How many URLs are in which state; `unpolled` counts active feeds that were never asked yet. */
export interface FrontierCounts {
  /** Accepted and not yet at an end. */
  readonly pending: number;
  /** Articles. */
  readonly fetched: number;
  readonly rejected: number;
  readonly failed: number;
  readonly unpolled: number;
  /** URLs that have left the queue. */
  readonly seen: number;
}

/** @returns counts of now; `seen` is the planner's estimate, as counting millions takes seconds */
export async function frontierCounts(db: Queryable): Promise<FrontierCounts> {
  const [counts] = await db.query<FrontierCounts>(
    `SELECT count(*) FILTER (WHERE state IN ('pending', 'stopping'))::int AS pending,
            count(DISTINCT article_id) FILTER (WHERE state = 'fetched')::int AS fetched,
            count(*) FILTER (WHERE state = 'rejected')::int AS rejected,
            count(*) FILTER (WHERE state = 'failed')::int AS failed,
            (SELECT count(*) FROM feed WHERE state = 'active' AND polled_at IS NULL)::int AS unpolled,
            (SELECT greatest(0, reltuples)::float8 FROM pg_class WHERE oid = 'seen_url'::regclass) AS seen
     FROM url`,
  );
  return counts as FrontierCounts;
}
