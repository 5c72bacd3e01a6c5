import { inTransaction, type Queryable } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { FEED_VIEW, type FeedView } from './feed-view.js';

/** A URL that its source's stop keeps from being fetched. */
export interface StoppedUrl {
  readonly id: string;
  readonly url: string;
  readonly pollTrace: string | null;
}

/** URLs that are settled in one transaction. */
const BATCH = 200;

/**
 * Stops a source and those that it named: no further request is made for them, and what they had queued
 * is on its way to its end. What was fetched stays, and is not read again.
 *
 * @returns null when there is no such feed
 */
export async function stopSource(
  database: DataSource,
  id: string,
  reason: string | null,
): Promise<FeedView | null> {
  return inTransaction(database, async (tx) => {
    const stopped = await tx.query<{ id: string }>(
      `WITH RECURSIVE source AS (
         SELECT id FROM feed WHERE id = $1
         UNION SELECT feed.id FROM feed JOIN source ON feed.parent_id = source.id
       ), locked AS (
         SELECT id FROM feed WHERE id IN (SELECT id FROM source) ORDER BY id FOR UPDATE)
       UPDATE feed SET state = 'stopped', state_reason = $2, lease_token = lease_token + 1
       FROM locked WHERE feed.id = locked.id RETURNING feed.id`,
      [id, reason],
    );
    await tx.query(
      `UPDATE url SET state = CASE WHEN state = 'pending' THEN 'stopping' ELSE state END,
              next_attempt_at = NULL
       WHERE feed_id = ANY($1) AND (state = 'pending' OR next_attempt_at IS NOT NULL)`,
      [stopped.map((feed) => feed.id)],
    );
    const [feed] = await tx.query<FeedView>(`SELECT ${FEED_VIEW} FROM feed WHERE id = $1`, [id]);
    return feed ?? null;
  });
}

/**
 * Brings URLs of stopped sources to their end: tells of each, then writes it. A crash in between tells
 * again, with the same id. URLs that a worker has in hand come later.
 *
 * @param tell publishes the ends and waits for the broker
 * @returns how many were settled
 */
export async function settleStopped(
  database: DataSource,
  tell: (stopped: readonly StoppedUrl[]) => Promise<void>,
): Promise<number> {
  return inTransaction(database, async (tx) => {
    const stopped = await takeStopped(tx);
    if (stopped.length === 0) return 0;
    await tell(stopped);
    await tx.query(
      `UPDATE url SET state = 'rejected', code = $2, reason = $3, settled_at = clock_timestamp()
       WHERE id = ANY($1)`,
      [stopped.map(({ id }) => id), SOURCE_STOPPED.code, SOURCE_STOPPED.reason],
    );
    return stopped.length;
  });
}

/** How a URL ends whose source was stopped. */
export const SOURCE_STOPPED = {
  code: 'source-stopped',
  reason: 'Its source was stopped before it was fetched.',
} as const;

const takeStopped = (tx: Queryable) =>
  tx.query<StoppedUrl>(
    `SELECT id, url, poll_trace AS "pollTrace" FROM url
     WHERE state = 'stopping' AND lease_until <= clock_timestamp()
     ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
  );
