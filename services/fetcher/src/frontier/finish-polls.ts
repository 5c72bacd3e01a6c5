import { inTransaction, type Queryable } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { insertDiscovered, insertSources } from './discover.js';
import { lowerDue } from './host-due.js';
import type { ClaimedFeed, NextPoll, PollEnd } from './types.js';

/** A feed and how its poll ended. */
export interface FinishedPoll {
  readonly feed: ClaimedFeed;
  readonly end: PollEnd;
}

interface Written extends FinishedPoll {
  readonly fresh: number;
  readonly next: NextPoll;
}

/**
 * Writes how polls ended – validators, discovered pages, the next poll – in one transaction, so that a
 * crash before polls again and none after skips a page. A poll whose claim had passed to another is left
 * alone.
 *
 * @returns for each how many pages were new
 */
export async function finishPolls(
  database: DataSource,
  finished: readonly FinishedPoll[],
): Promise<number[]> {
  return inTransaction(database, async (tx) => {
    const held = new Set((await lockHeld(tx, finished)).map(({ id }) => id));
    const mine = finished.filter(({ feed }) => held.has(feed.id));
    const fresh = await insertDiscovered(
      tx,
      mine.map(({ feed, end }) => ({
        feedId: feed.id,
        priority: feed.priority,
        pages: end.discovered,
        pollTrace: end.pollTrace,
      })),
    );
    const written = mine.map((one): Written => {
      const count = fresh.get(one.feed.id) ?? 0;
      return { ...one, fresh: count, next: one.end.next(count) };
    });
    await writeEnds(tx, written);
    for (const { feed, end, next } of written) {
      if (end.movedTo) await move(tx, feed, end.movedTo);
      await insertSources(tx, feed.id, end.sources, next.intervalMs);
    }
    return finished.map(({ feed }) => fresh.get(feed.id) ?? 0);
  });
}

function lockHeld(tx: Queryable, finished: readonly FinishedPoll[]) {
  return tx.query<{ id: string }>(
    `SELECT feed.id FROM feed JOIN unnest($1::text[], $2::bigint[]) AS mine(id, token)
       ON feed.id = mine.id AND lease_token = token
     WHERE state <> 'stopped'
     ORDER BY feed.id FOR UPDATE OF feed`,
    [finished.map(({ feed }) => feed.id), finished.map(({ feed }) => feed.leaseToken)],
  );
}

async function writeEnds(tx: Queryable, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return;
  const rows = written.map(({ feed, end, fresh, next }) => ({
    id: feed.id,
    title: end.title,
    kind: end.kind,
    etag: end.etag,
    last_modified: end.lastModified,
    body_hash: end.bodyHash,
    memory: end.memory,
    code: end.code,
    reason: end.reason,
    status: end.status,
    took_ms: Math.round(end.tookMs),
    items: end.discovered.length,
    fresh,
    failures: end.failures,
    counted: end.counted,
    interval_ms: Math.round(next.intervalMs),
    why: next.why,
    after_ms: next.afterMs,
    parked_for: end.parkedFor,
  }));
  const text = JSON.stringify(rows);
  const columns = `jsonb_to_recordset($1::jsonb) AS e(id text, title text, kind text, etag text,
    last_modified text, body_hash text, memory jsonb, code text, reason text, status smallint, took_ms int, items int,
    fresh int, failures int, counted bool, interval_ms bigint, why text, after_ms float8, parked_for text)`;
  await tx.query(
    `UPDATE feed SET title = coalesce(feed.title, e.title), kind = coalesce(e.kind, feed.kind),
            etag = e.etag, last_modified = e.last_modified, body_hash = e.body_hash, memory = e.memory, code = e.code,
            reason = e.reason, failures = e.failures, interval_ms = e.interval_ms, interval_why = e.why,
            next_poll_at = clock_timestamp() + after_ms * interval '1 ms',
            polled_at = CASE WHEN counted THEN clock_timestamp() ELSE polled_at END,
            changed_at = CASE WHEN fresh > 0 OR (e.code = 'OK' AND changed_at IS NULL)
                         THEN clock_timestamp() ELSE changed_at END,
            failing_since = CASE WHEN e.failures = 0 THEN NULL
                            ELSE coalesce(failing_since, clock_timestamp()) END,
            state = CASE WHEN parked_for IS NULL OR state <> 'active' THEN state ELSE 'parked' END,
            state_reason = coalesce(parked_for, state_reason)
     FROM ${columns} WHERE feed.id = e.id AND feed.id = ANY($2)`,
    // Ids apart: what is in the JSON, the planner takes for a hundred rows and reads the table through.
    [text, rows.map(({ id }) => id)],
  );
  await tx.query(
    `INSERT INTO feed_poll (feed_id, code, reason, status, items, fresh, took_ms)
     SELECT id, code, nullif(reason, ''), status, items, fresh, took_ms FROM ${columns} WHERE counted`,
    [text],
  );
  await lowerDue(
    tx,
    written.map(({ feed, next }) => ({
      host: feed.hostLease.host,
      lane: 'live',
      afterMs: next.afterMs,
    })),
  );
}

/** A feed that has moved for good keeps its id; when its new address is known already, it is parked. */
async function move(
  tx: Queryable,
  feed: ClaimedFeed,
  to: NonNullable<PollEnd['movedTo']>,
): Promise<void> {
  const [other] = await tx.query<{ id: string }>('SELECT id FROM feed WHERE url_id = $1', [to.id]);
  if (other?.id === feed.id) return;
  if (other) {
    await tx.query(`UPDATE feed SET state = 'parked', state_reason = $2 WHERE id = $1`, [
      feed.id,
      `It has moved to ${to.url}, which is a feed of its own here (${other.id}).`,
    ]);
    return;
  }
  await tx.query(
    `UPDATE feed SET url = $2, url_id = $3, host = $4, moved_from = $5 WHERE id = $1`,
    [feed.id, to.url, to.id, to.host, feed.url],
  );
  await lowerDue(tx, [{ host: to.host, lane: 'live', afterMs: 0 }]);
}
