import { inTransaction, pooled, type Queryable } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { CLAIM_MS, type ClaimedFeed, type Discovered, type PollEnd } from './types.js';

/** A feed as the API shows it. */
export interface FeedView {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly kind: string | null;
  readonly state: 'active' | 'paused';
  readonly intervalMs: number;
  readonly nextPollAt: string;
  readonly polledAt: string | null;
  readonly failures: number;
  readonly code: string | null;
  readonly reason: string | null;
}

const VIEW = `id, url, title, kind, state, interval_ms::float8 AS "intervalMs",
  next_poll_at AS "nextPollAt", polled_at AS "polledAt", failures, code, reason`;

/** The feeds and their schedule. */
export class FeedTable {
  private readonly db: Queryable;
  constructor(private readonly source: DataSource) {
    this.db = pooled(source);
  }

  /** Adds a feed, due at once; adding it again changes nothing. */
  async add(id: string, url: string, intervalMs: number): Promise<FeedView> {
    await this.db.query(
      'INSERT INTO feed (id, url, interval_ms) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
      [id, url, intervalMs],
    );
    const [feed] = await this.db.query<FeedView>(`SELECT ${VIEW} FROM feed WHERE id = $1`, [id]);
    return feed as FeedView;
  }

  /** By id, beginning after `after`. */
  async list(limit: number, after: string): Promise<FeedView[]> {
    return this.db.query<FeedView>(`SELECT ${VIEW} FROM feed WHERE id > $1 ORDER BY id LIMIT $2`, [
      after,
      limit,
    ]);
  }

  /** @returns null when there is no such feed */
  async setState(id: string, state: FeedView['state']): Promise<FeedView | null> {
    const [feed] = await this.db.query<FeedView>(
      `UPDATE feed SET state = $2 WHERE id = $1 RETURNING ${VIEW}`,
      [id, state],
    );
    return feed ?? null;
  }

  /** The feed that has been due the longest and that nobody else holds. */
  async claim(): Promise<ClaimedFeed | null> {
    const [feed] = await this.db.query<ClaimedFeed>(
      `UPDATE feed SET lease_token = lease_token + 1,
              lease_until = clock_timestamp() + $1 * interval '1 ms'
       WHERE id = (
         SELECT id FROM feed
         WHERE state = 'active' AND next_poll_at <= clock_timestamp()
           AND lease_until <= clock_timestamp()
         ORDER BY next_poll_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, url, etag, last_modified AS "lastModified", lease_token AS "leaseToken",
                 interval_ms::float8 AS "intervalMs", failures`,
      [CLAIM_MS],
    );
    return feed ?? null;
  }

  /** Lengthens a claim that is still held; does nothing otherwise. */
  async renew(feed: Pick<ClaimedFeed, 'id' | 'leaseToken'>): Promise<void> {
    await this.db.query(
      `UPDATE feed SET lease_until = clock_timestamp() + $3 * interval '1 ms'
       WHERE id = $1 AND lease_token = $2`,
      [feed.id, feed.leaseToken, CLAIM_MS],
    );
  }

  /**
   * Writes how a poll ended, validators and discovered pages together, so that a crash before polls
   * again and none after skips a page. Nothing is written when the claim has passed to another.
   *
   * @returns how many pages were new
   */
  async finish(feed: ClaimedFeed, end: PollEnd): Promise<number> {
    return inTransaction(this.source, async (tx) => {
      const held = await tx.query(
        `UPDATE feed SET title = coalesce($3, title), kind = coalesce($4, kind), etag = $5,
                last_modified = $6, code = $7, reason = $8, failures = $9, interval_ms = $10,
                next_poll_at = clock_timestamp() + $11 * interval '1 ms',
                polled_at = clock_timestamp(), lease_until = '-infinity'
         WHERE id = $1 AND lease_token = $2 RETURNING id`,
        [
          feed.id,
          feed.leaseToken,
          end.title,
          end.kind,
          end.etag,
          end.lastModified,
          end.code,
          end.reason,
          end.failures,
          Math.round(end.intervalMs),
          end.nextPollMs,
        ],
      );
      return held.length === 0 ? 0 : insertDiscovered(tx, feed.id, end.discovered, end.pollTrace);
    });
  }
}

/** One statement for all pages of a feed; ids sorted, so that two polls can't deadlock. */
async function insertDiscovered(
  tx: Queryable,
  feedId: string,
  discovered: readonly Discovered[],
  pollTrace: string | null,
): Promise<number> {
  if (discovered.length === 0) return 0;
  const sorted = [...new Map(discovered.map((page) => [page.id, page])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const hosts = [...new Set(sorted.map((page) => page.host))].sort();
  await tx.query('INSERT INTO host (host) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
    hosts,
  ]);
  const added = await tx.query(
    `INSERT INTO url (id, url, host, feed_id, feed_item, poll_trace)
     SELECT id, url, host, $5, item, $6
     FROM unnest($1::text[], $2::text[], $3::text[], $4::jsonb[]) AS page(id, url, host, item)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      sorted.map((page) => page.id),
      sorted.map((page) => page.url),
      sorted.map((page) => page.host),
      sorted.map((page) => JSON.stringify(page.item)),
      feedId,
      pollTrace,
    ],
  );
  return added.length;
}
