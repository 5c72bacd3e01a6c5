import { LEASE_MS } from '@tocsin/fetching';
import type { Queryable } from '@tocsin/persistence';
import { SOON } from './soon.js';
import {
  CLAIM_MS,
  type ClaimedFeed,
  type ClaimedPage,
  type ClaimedWork,
  type Lane,
} from './types.js';

/** Past polls that the interval is learned from. */
const HISTORY = 50;

interface Row {
  readonly host: string;
  readonly token: string;
  readonly feed: Omit<ClaimedFeed, 'hostLease'> | null;
  readonly page: Omit<ClaimedPage, 'hostLease'> | null;
}

/** How much of what may be claimed. */
export interface ClaimRequest {
  /** Hosts at most. */
  readonly limit: number;
  readonly lane: Lane;
  /** True for hosts that never answered yet, or were slow or silent the last time; false for all others. */
  readonly slow: boolean;
}

const FEED_TASK = `
  SELECT 'feed' AS work, id FROM feed
  WHERE feed.host = due.host AND state = 'active' AND next_poll_at <= now()
  ORDER BY next_poll_at LIMIT 1`;

const pageTask = (lane: Lane) => `
  SELECT 'page' AS work, id FROM url
  WHERE url.host = due.host AND lane = '${lane}' AND next_attempt_at <= now()
  ORDER BY next_attempt_at LIMIT 1`;

/** Feeds and pages of one host in turn, so that neither keeps the other waiting: a lease moves the token by two. */
const liveTask = `
  SELECT work, id FROM ((${FEED_TASK}) UNION ALL (${pageTask('live')})) AS both_kinds
  ORDER BY (work = 'feed') = ((due.lease_token / 2) % 2 = 0) DESC LIMIT 1`;

/** History waits for what is new on its host, also where the host has become free since the live lane was asked. */
const NOTHING_NEW: Readonly<Record<Lane, string>> = {
  live: '',
  backfill: ' AND live_due_at > now()',
};

/**
 * One statement: hosts that are free, rested and have something due, by who waited longest; of each its
 * first feed or page. `now()` rather than the clock, so that indexes serve; it never runs ahead.
 */
const claimSql = (lane: Lane) => `
  WITH due AS MATERIALIZED (
    SELECT host, lease_token FROM host
    WHERE ${lane}_ready_at <= now() AND ${lane}_ready_at < 'infinity' AND slow = $4${NOTHING_NEW[lane]}
    ORDER BY ${lane}_ready_at LIMIT $1 FOR UPDATE SKIP LOCKED
  ), task AS MATERIALIZED (
    SELECT due.host, first.work, first.id FROM due LEFT JOIN LATERAL (
      ${lane === 'live' ? liveTask : pageTask('backfill')}) AS first ON true
  ), leased AS (
    UPDATE host SET lease_token = lease_token + 1,
           free_at = clock_timestamp() + $2 * interval '1 ms'
    FROM task, ${SOON} WHERE host.host = task.host
    RETURNING host.host, lease_token::text AS token, task.id
  ), feeds AS (
    UPDATE feed SET lease_token = lease_token + 1,
           next_poll_at = clock_timestamp() + $3 * interval '1 ms'
    FROM task WHERE task.work = 'feed' AND feed.id = task.id AND next_poll_at <= now()
    RETURNING feed.id, jsonb_build_object('id', feed.id, 'url', url, 'leaseToken', lease_token::text,
      'intervalMs', interval_ms, 'failures', failures, 'settings', settings, 'priority', priority,
      'kind', feed.kind, 'failingSinceMs', floor(extract(epoch FROM failing_since) * 1000),
      'bodyHash', body_hash, 'memory', memory, 'etag', etag, 'lastModified', last_modified,
      'known', changed_at IS NOT NULL,
      'history', coalesce((SELECT jsonb_agg(jsonb_build_object(
          'atMs', floor(extract(epoch FROM at) * 1000), 'fresh', fresh) ORDER BY at)
        FROM (SELECT at, fresh FROM feed_poll
              WHERE feed_id = feed.id AND code IN ('OK', 'UNCHANGED')
              ORDER BY at DESC LIMIT ${HISTORY}) AS past), '[]')) AS feed
  ), pages AS (
    UPDATE url SET lease_token = lease_token + 1,
           lease_until = clock_timestamp() + $3 * interval '1 ms',
           next_attempt_at = clock_timestamp() + $3 * interval '1 ms'
    FROM task WHERE task.work = 'page' AND url.id = task.id AND next_attempt_at <= now()
    RETURNING url.id, jsonb_build_object('id', url.id, 'url', url, 'resumeUrl', resume_url,
      'leaseToken', lease_token::text, 'feedItem', feed_item, 'lane', lane, 'attempts', attempts,
      'again', state = 'fetched', 'rechecks', rechecks, 'pollTrace', poll_trace, 'etag', etag,
      'lastModified', last_modified,
      'stored', (SELECT jsonb_build_object('articleId', article.id, 'url', article.url,
          'version', version, 'contentHash', content_hash,
          'seenUntil', greatest(version, seen_until)) FROM article WHERE article.id = url.id),
      'feedSettings', coalesce((SELECT settings FROM feed WHERE id = feed_id), '{}')) AS page
  )
  SELECT host, token, feed, page
  FROM leased LEFT JOIN feeds USING (id) LEFT JOIN pages USING (id)`;

const SQL: Readonly<Record<Lane, string>> = {
  live: claimSql('live'),
  backfill: claimSql('backfill'),
};

/** What is due, taken by its host: one request of a host at a time, across all replicas. */
export class WorkQueue {
  constructor(private readonly db: Queryable) {}

  /**
   * Takes up to `limit` hosts and the first work of each, leased together. Hosts whose work has gone in
   * the meantime are in `idle`: see `restIdle`.
   */
  async claim({ limit, lane, slow }: ClaimRequest): Promise<ClaimedWork> {
    const grantedAt = performance.now();
    const rows = await this.db.query<Row>(SQL[lane], [limit, LEASE_MS, CLAIM_MS, slow]);
    const feeds: ClaimedFeed[] = [];
    const pages: ClaimedPage[] = [];
    const idle: ClaimedWork['idle'][number][] = [];
    for (const { host, token, feed, page } of rows) {
      const hostLease = { host, token, grantedAt };
      if (feed) feeds.push({ ...feed, hostLease });
      else if (page) pages.push({ ...page, hostLease });
      else idle.push(hostLease);
    }
    return { feeds, pages, idle };
  }

  /** Lengthens the claim of a feed that is still held. @returns false when it is not */
  async renewFeed({ id, leaseToken }: Pick<ClaimedFeed, 'id' | 'leaseToken'>): Promise<boolean> {
    const held = await this.db.query(
      `UPDATE feed SET next_poll_at = clock_timestamp() + $3 * interval '1 ms'
       WHERE id = $1 AND lease_token = $2 AND state = 'active' RETURNING id`,
      [id, leaseToken, CLAIM_MS],
    );
    return held.length > 0;
  }

  /** Lengthens the claim of a page that is still held and wanted. @returns false when it is not */
  async renewPage({ id, leaseToken }: Pick<ClaimedPage, 'id' | 'leaseToken'>): Promise<boolean> {
    const held = await this.db.query<{ wanted: boolean }>(
      `UPDATE url SET lease_until = clock_timestamp() + $3 * interval '1 ms',
              next_attempt_at = CASE WHEN state = 'stopping' THEN NULL
                                ELSE clock_timestamp() + $3 * interval '1 ms' END
       WHERE id = $1 AND lease_token = $2 RETURNING state <> 'stopping' AS wanted`,
      [id, leaseToken, CLAIM_MS],
    );
    return held[0]?.wanted === true;
  }
}
