import { inTransaction, pooled, type Queryable } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { FEED_VIEW, type FeedState, type FeedView, type PollView } from './feed-view.js';
import { lowerDue } from './host-due.js';
import type { DiscoveredSource, FeedSettings } from './types.js';

/** What can be said of a feed when it is added, or later. */
export interface FeedProperties {
  readonly title?: string;
  readonly priority?: number;
  readonly tags?: readonly string[];
  readonly settings?: FeedSettings;
}

/** Which feeds are listed. */
export interface FeedFilter {
  readonly limit: number;
  /** Id that the page begins after; empty for the first. */
  readonly after: string;
  readonly state?: FeedState;
  readonly tag?: string;
  /** Part of the URL or title. */
  readonly search?: string;
}

/** How many of a feed's URLs are in which state. */
export interface FeedUrls {
  readonly pending: number;
  readonly fetched: number;
  readonly rejected: number;
  readonly failed: number;
}

/** How many of a feed's URLs were refused or failed for which reason, or are tried again for it. */
export interface FeedEnd {
  readonly code: string;
  readonly urls: number;
}

/** Feeds as people see and change them. */
export class FeedTable {
  private readonly db: Queryable;
  constructor(private readonly source: DataSource) {
    this.db = pooled(source);
  }

  /**
   * Adds a feed, due at once. A feed that is known gets what is given, or with `known: 'tags'` only the
   * tags that it lacks.
   *
   * @returns the feed, and whether it was new
   */
  async add(
    { id, url, host }: DiscoveredSource,
    intervalMs: number,
    properties: FeedProperties = {},
    known: 'all' | 'tags' = 'all',
  ): Promise<{ feed: FeedView; added: boolean }> {
    return inTransaction(this.source, async (tx) => {
      const inserted = await tx.query(
        `INSERT INTO feed (id, url_id, url, host, interval_ms) VALUES ($1, $1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING id`,
        [id, url, host, Math.round(intervalMs)],
      );
      if (inserted.length > 0) await lowerDue(tx, [{ host, lane: 'live', afterMs: 0 }]);
      const feed =
        inserted.length > 0 || known === 'all'
          ? await update(tx, 'url_id', id, properties)
          : await addTags(tx, id, properties.tags ?? []);
      if (!feed) throw new Error(`The feed ${id} went while it was added.`);
      return { feed, added: inserted.length > 0 };
    });
  }

  /** @returns null when there is no such feed */
  change(id: string, properties: FeedProperties): Promise<FeedView | null> {
    return update(this.db, 'id', id, properties);
  }

  async get(id: string): Promise<FeedView | null> {
    const [feed] = await this.db.query<FeedView>(`SELECT ${FEED_VIEW} FROM feed WHERE id = $1`, [
      id,
    ]);
    return feed ?? null;
  }

  /** By id. */
  list({ limit, after, state, tag, search }: FeedFilter): Promise<FeedView[]> {
    return this.db.query<FeedView>(
      `SELECT ${FEED_VIEW} FROM feed
       WHERE id > $2 AND ($3::text IS NULL OR state = $3) AND ($4::text IS NULL OR $4 = ANY(tags))
         AND ($5::text IS NULL OR strpos(lower(url || ' ' || coalesce(title, '')), lower($5)) > 0)
       ORDER BY id LIMIT $1`,
      [limit, after, state ?? null, tag ?? null, search ?? null],
    );
  }

  /** The last polls, newest first. */
  polls(id: string, limit: number): Promise<PollView[]> {
    return this.db.query<PollView>(
      `SELECT at, code, reason, status, items, fresh, took_ms AS "tookMs"
       FROM feed_poll WHERE feed_id = $1 ORDER BY at DESC LIMIT $2`,
      [id, limit],
    );
  }

  async urls(id: string): Promise<FeedUrls> {
    const [urls] = await this.db.query<FeedUrls>(
      `SELECT count(*) FILTER (WHERE state IN ('pending', 'stopping'))::int AS pending,
              count(*) FILTER (WHERE state = 'fetched')::int AS fetched,
              count(*) FILTER (WHERE state = 'rejected')::int AS rejected,
              count(*) FILTER (WHERE state = 'failed')::int AS failed
       FROM url WHERE feed_id = $1`,
      [id],
    );
    return urls as FeedUrls;
  }

  /** The most frequent first. */
  ends(id: string): Promise<FeedEnd[]> {
    return this.db.query<FeedEnd>(
      `SELECT code, count(*)::int AS urls FROM url WHERE feed_id = $1 AND code IS NOT NULL
       GROUP BY code ORDER BY 2 DESC, 1`,
      [id],
    );
  }

  /** Pauses or resumes; a feed that is resumed is polled at once, with its failures forgotten. */
  async setState(
    id: string,
    state: 'active' | 'paused',
    reason: string | null,
  ): Promise<FeedView | null> {
    return inTransaction(this.source, async (tx) => {
      const [feed] = await tx.query<FeedView & { host: string }>(
        `UPDATE feed SET state = $2, state_reason = $3,
                failures = CASE WHEN $2 = 'active' THEN 0 ELSE failures END,
                failing_since = CASE WHEN $2 = 'active' THEN NULL ELSE failing_since END,
                next_poll_at = CASE WHEN $2 = 'active' AND state <> 'active' THEN clock_timestamp()
                               ELSE next_poll_at END
         WHERE id = $1 RETURNING ${FEED_VIEW}, host`,
        [id, state, reason],
      );
      return feed ? this.dueAtOnce(tx, feed) : null;
    });
  }

  /** Polls an active feed at once, as far as its host permits. */
  async pollNow(id: string): Promise<FeedView | null> {
    return inTransaction(this.source, async (tx) => {
      const [feed] = await tx.query<FeedView & { host: string }>(
        `UPDATE feed SET next_poll_at = least(next_poll_at, clock_timestamp())
         WHERE id = $1 RETURNING ${FEED_VIEW}, host`,
        [id],
      );
      return feed ? this.dueAtOnce(tx, feed) : null;
    });
  }

  private async dueAtOnce(
    tx: Queryable,
    { host, ...feed }: FeedView & { host: string },
  ): Promise<FeedView> {
    if (feed.state === 'active') await lowerDue(tx, [{ host, lane: 'live', afterMs: 0 }]);
    return feed;
  }
}

async function update(
  db: Queryable,
  key: 'id' | 'url_id',
  value: string,
  { title, priority, tags, settings }: FeedProperties,
): Promise<FeedView | null> {
  const [feed] = await db.query<FeedView>(
    `UPDATE feed SET title = coalesce($2, title), priority = coalesce($3, priority),
            tags = coalesce($4, tags), settings = settings || coalesce($5::jsonb, '{}')
     WHERE ${key} = $1 RETURNING ${FEED_VIEW}`,
    [
      value,
      title ?? null,
      priority ?? null,
      tags ?? null,
      settings ? JSON.stringify(settings) : null,
    ],
  );
  return feed ?? null;
}

async function addTags(
  tx: Queryable,
  urlId: string,
  tags: readonly string[],
): Promise<FeedView | null> {
  const [feed] = await tx.query<FeedView>(
    `UPDATE feed SET tags = tags || ARRAY(SELECT unnest($2::text[]) EXCEPT SELECT unnest(tags))
     WHERE url_id = $1 RETURNING ${FEED_VIEW}`,
    [urlId, tags],
  );
  return feed ?? null;
}
