import type { Queryable } from '@tocsin/persistence';
import type { Lane } from './types.js';

/** A host has something to do in a lane, in so many milliseconds. */
export interface HostDue {
  readonly host: string;
  readonly lane: Lane;
  readonly afterMs: number;
}

/**
 * SQL that tells hosts of work that came, so that a claim finds them: their due times only fall here, and
 * a host that nobody knew is added. Part of the transaction that writes the work. Hosts are taken in
 * their order, so that two batches can't deadlock.
 *
 * @param from SQL of rows `due(host, lane, after_ms)`
 */
export const lowerDueSql = (from: string): string => `
  INSERT INTO host AS h (host, live_due_at, backfill_due_at)
  SELECT host,
         coalesce(clock_timestamp() + min(after_ms) FILTER (WHERE lane = 'live') * interval '1 ms', 'infinity'),
         coalesce(clock_timestamp() + min(after_ms) FILTER (WHERE lane = 'backfill') * interval '1 ms', 'infinity')
  FROM ${from} GROUP BY host ORDER BY host
  ON CONFLICT (host) DO UPDATE
    SET live_due_at = least(h.live_due_at, EXCLUDED.live_due_at),
        backfill_due_at = least(h.backfill_due_at, EXCLUDED.backfill_due_at)
    WHERE h.live_due_at > EXCLUDED.live_due_at OR h.backfill_due_at > EXCLUDED.backfill_due_at`;

const LOWER_DUE = lowerDueSql(
  'unnest($1::text[], $2::text[], $3::float8[]) AS due(host, lane, after_ms)',
);

/** Tells hosts of work that this transaction wrote. */
export async function lowerDue(tx: Queryable, dues: readonly HostDue[]): Promise<void> {
  if (dues.length === 0) return;
  await tx.query(LOWER_DUE, [
    dues.map(({ host }) => host),
    dues.map(({ lane }) => lane),
    dues.map(({ afterMs }) => Math.max(0, afterMs)),
  ]);
}

/** When a host has its next work in each lane, by its feeds and URLs; SQL over the row `host`. */
export const NEXT_LIVE = `least(
  coalesce((SELECT min(next_attempt_at) FROM url
            WHERE url.host = host.host AND lane = 'live' AND next_attempt_at IS NOT NULL), 'infinity'),
  coalesce((SELECT min(next_poll_at) FROM feed
            WHERE feed.host = host.host AND state = 'active'), 'infinity'))`;
export const NEXT_BACKFILL = `coalesce(
  (SELECT min(next_attempt_at) FROM url
   WHERE url.host = host.host AND lane = 'backfill' AND next_attempt_at IS NOT NULL), 'infinity')`;
