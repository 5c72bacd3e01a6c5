import type { Queryable } from '@tocsin/persistence';

export interface LaneHealth {
  /** URLs that have not come to their first end. */
  readonly pending: number;
  /** Of these, how many were due, and their host free for them, more than an hour ago. */
  readonly overdue: number;
}

/** How feeds and URLs are doing, for whoever is on call. */
export interface FrontierHealth {
  readonly feeds: Readonly<Record<'active' | 'failing' | 'paused' | 'parked' | 'stopped', number>>;
  readonly lanes: Readonly<Record<'live' | 'backfill', LaneHealth>>;
}

/** Counts feeds by state and open URLs by lane; every state and lane is told, also with 0. */
export async function frontierHealth(db: Queryable): Promise<FrontierHealth> {
  const [feeds] = await db.query<FrontierHealth['feeds']>(
    `SELECT count(*) FILTER (WHERE state = 'active' AND failures = 0)::int AS active,
            count(*) FILTER (WHERE state = 'active' AND failures > 0)::int AS failing,
            count(*) FILTER (WHERE state = 'paused')::int AS paused,
            count(*) FILTER (WHERE state = 'parked')::int AS parked,
            count(*) FILTER (WHERE state = 'stopped')::int AS stopped
     FROM feed`,
  );
  const rows = await db.query<LaneHealth & { lane: 'live' | 'backfill' }>(
    `SELECT lane, count(*)::int AS pending,
            count(*) FILTER (WHERE next_attempt_at < now() - interval '1 hour'
                               AND free_at < now() - interval '1 hour')::int AS overdue
     FROM url LEFT JOIN host USING (host) WHERE state = 'pending' GROUP BY lane`,
  );
  const lane = (name: string): LaneHealth => {
    const { pending = 0, overdue = 0 } = rows.find((row) => row.lane === name) ?? {};
    return { pending, overdue };
  };
  return {
    feeds: feeds as FrontierHealth['feeds'],
    lanes: { live: lane('live'), backfill: lane('backfill') },
  };
}
