import type { Queryable } from '@tocsin/persistence';

/** How many times each invariant is broken in what is stored. */
export interface AuditFindings {
  /** I1: versions that arrived more than a day ago and came to no end. */
  readonly 'missing-end': number;
  /** I2: mentions that more than one active incident rests on. */
  readonly 'shared-mention': number;
}

/** Milliseconds: longer than the longest retry, and than any pause that pages someone. */
const GRACE_MS = 24 * 3_600_000;
/** Milliseconds in which a mention may move: the revisions of the two incidents come by two partitions. */
const MOVING_MS = 3_600_000;

/** Holds what is stored to the invariants; reads only. `nowMs`: ms since the epoch. */
export async function audit(db: Queryable, nowMs: number): Promise<AuditFindings> {
  const [ends] = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM article_version v
     WHERE stored_ms IS NULL AND coalesce(extracted_ms, deduplicated_ms, fetched_ms) < $1
       AND NOT EXISTS (SELECT FROM article_end e WHERE e.url_id = v.article_id AND e.version = v.version)`,
    [nowMs - GRACE_MS],
  );
  const [mentions] = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (
       SELECT mention FROM incident, jsonb_path_query(snapshot, '$.sources[*].mentionIds[*]') AS mention
       WHERE lifecycle = 'active' AND updated_ms < $1 GROUP BY mention HAVING count(*) > 1) AS shared`,
    [nowMs - MOVING_MS],
  );
  return { 'missing-end': ends?.n ?? 0, 'shared-mention': mentions?.n ?? 0 };
}
