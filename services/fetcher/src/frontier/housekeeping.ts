import type { Queryable } from '@tocsin/persistence';

/** Days after its end that a URL stays in the queue's table: its feed's history can still be looked at. */
const URL_DAYS = 7;
/** Days that polls are remembered, and idempotency keys of pushed documents. */
const POLL_DAYS = 30;
const PUSH_DAYS = 30;
const BATCH = 5_000;

/** What one round moved or removed. */
export interface Housekept {
  readonly urls: number;
  readonly polls: number;
  readonly robots: number;
  readonly pushes: number;
}

/**
 * Keeps the queue short: URLs that came to their end leave for the set of seen ones, 16 bytes each, so
 * that they are never fetched again; old polls, robots files and idempotency keys go. Any replica may
 * run it at any time.
 */
export async function keepHouse(db: Queryable): Promise<Housekept> {
  const [urls] = await db.query<{ n: number }>(
    `WITH old AS (
       SELECT id FROM url
       WHERE next_attempt_at IS NULL AND settled_at < now() - interval '${URL_DAYS} days'
         AND state IN ('fetched', 'rejected', 'failed')
       ORDER BY settled_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
     ), gone AS (
       DELETE FROM url USING old WHERE url.id = old.id RETURNING url.id, url.article_id
     ), kept AS (
       INSERT INTO seen_url SELECT id::uuid FROM gone ON CONFLICT DO NOTHING
     ), articles AS (
       DELETE FROM article USING gone WHERE article.id = gone.article_id
         AND version < extract(epoch FROM now() - interval '${URL_DAYS} days') * 1000
     )
     SELECT count(*)::int AS n FROM gone`,
  );
  const removed = async (sql: string) =>
    (
      await db.query<{ n: number }>(
        `WITH gone AS (${sql} RETURNING 1) SELECT count(*)::int AS n FROM gone`,
      )
    )[0]?.n ?? 0;
  return {
    urls: urls?.n ?? 0,
    polls: await removed(`DELETE FROM feed_poll WHERE at < now() - interval '${POLL_DAYS} days'`),
    robots: await removed(`DELETE FROM robots WHERE good_until < now() - interval '1 day'`),
    pushes: await removed(
      `DELETE FROM pushed_document WHERE pushed_at < now() - interval '${PUSH_DAYS} days'`,
    ),
  };
}
