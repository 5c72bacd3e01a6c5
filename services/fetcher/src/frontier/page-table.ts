import { inTransaction, pooled, type Queryable } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { LEASE_MS } from '@tocsin/fetching';
import { CLAIM_MS, type ClaimedPage, type PageEnd, type StoredVersion } from './types.js';

/** How many URLs are in which state; `unpolled` counts active feeds that were never asked yet. */
export interface FrontierCounts {
  readonly pending: number;
  readonly fetched: number;
  readonly rejected: number;
  readonly failed: number;
  readonly unpolled: number;
}

/** The URLs of pages: which are due, and how each ended. */
export class PageTable {
  private readonly db: Queryable;
  constructor(private readonly source: DataSource) {
    this.db = pooled(source);
  }

  /**
   * Takes a host that is free, rested and has a page due, and its first page, both leased in one
   * transaction. Hosts are taken by who waited longest, so that none starves.
   */
  async claim(): Promise<ClaimedPage | null> {
    const grantedAt = performance.now();
    return inTransaction(this.source, async (tx) => {
      const [host] = await tx.query<{ host: string; token: string }>(
        `UPDATE host SET lease_token = lease_token + 1,
                lease_until = clock_timestamp() + $1 * interval '1 ms'
         WHERE host = (
           SELECT host FROM host h
           WHERE lease_until <= clock_timestamp() AND next_allowed_at <= clock_timestamp()
             AND EXISTS (SELECT FROM url WHERE url.host = h.host AND state = 'pending'
                 AND url.next_attempt_at <= clock_timestamp()
                 AND url.lease_until <= clock_timestamp())
           ORDER BY next_allowed_at LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING host, lease_token AS token`,
        [LEASE_MS],
      );
      if (!host) return null;
      const [page] = await tx.query<Omit<ClaimedPage, 'hostLease'>>(
        `UPDATE url SET lease_token = lease_token + 1,
                lease_until = clock_timestamp() + $2 * interval '1 ms'
         WHERE id = (
           SELECT id FROM url
           WHERE host = $1 AND state = 'pending' AND next_attempt_at <= clock_timestamp()
             AND lease_until <= clock_timestamp()
           ORDER BY priority DESC, next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, url, lease_token AS "leaseToken", feed_item AS "feedItem", attempts,
                   poll_trace AS "pollTrace", etag, last_modified AS "lastModified"`,
        [host.host, CLAIM_MS],
      );
      const hostLease = { host: host.host, token: host.token, grantedAt };
      if (page) return { ...page, hostLease };
      // Another worker took the last page between the two looks.
      await tx.query(`UPDATE host SET lease_until = '-infinity' WHERE host = $1`, [host.host]);
      return null;
    });
  }

  /** Lengthens a claim that is still held; does nothing otherwise. */
  async renew(page: Pick<ClaimedPage, 'id' | 'leaseToken'>): Promise<void> {
    await this.db.query(
      `UPDATE url SET lease_until = clock_timestamp() + $3 * interval '1 ms'
       WHERE id = $1 AND lease_token = $2`,
      [page.id, page.leaseToken, CLAIM_MS],
    );
  }

  /** The newest published version of an article, by its final URL. */
  async currentVersion(articleId: string): Promise<StoredVersion | null> {
    const [current] = await this.db.query<StoredVersion>(
      `SELECT id AS "articleId", url, version::float8 AS version, content_hash AS "contentHash"
       FROM article WHERE id = $1`,
      [articleId],
    );
    return current ?? null;
  }

  /**
   * Writes how a page ended; what it published must be acknowledged before.
   *
   * @returns false when the claim had passed to another, whose end counts
   */
  async finish(page: ClaimedPage, end: PageEnd): Promise<boolean> {
    return inTransaction(this.source, async (tx) => {
      const held = await tx.query('SELECT FROM url WHERE id = $1 AND lease_token = $2 FOR UPDATE', [
        page.id,
        page.leaseToken,
      ]);
      if (held.length === 0) return false;
      if (end.kind === 'again') await postpone(tx, page.id, end);
      else await settle(tx, page.id, end);
      return true;
    });
  }

  async counts(): Promise<FrontierCounts> {
    const [counts] = await this.db.query<FrontierCounts>(
      `SELECT count(*) FILTER (WHERE state = 'pending')::int AS pending,
              count(DISTINCT article_id) FILTER (WHERE state = 'fetched')::int AS fetched,
              count(*) FILTER (WHERE state = 'rejected')::int AS rejected,
              count(*) FILTER (WHERE state = 'failed')::int AS failed,
              (SELECT count(*) FROM feed WHERE state = 'active' AND polled_at IS NULL)::int AS unpolled
       FROM url`,
    );
    return counts as FrontierCounts;
  }
}

async function postpone(tx: Queryable, id: string, end: PageEnd & { kind: 'again' }) {
  await tx.query(
    `UPDATE url SET attempts = attempts + $2, code = $3, reason = $4, lease_until = '-infinity',
            next_attempt_at = clock_timestamp() + $5 * interval '1 ms'
     WHERE id = $1`,
    [id, end.counted ? 1 : 0, end.code, end.reason, end.afterMs],
  );
}

async function settle(tx: Queryable, id: string, end: Exclude<PageEnd, { kind: 'again' }>) {
  const fetched = end.kind === 'fetched' ? end : null;
  const refused = end.kind === 'fetched' ? null : end;
  if (fetched?.stored) await storeVersion(tx, fetched.stored);
  await tx.query(
    `UPDATE url SET state = $2, attempts = attempts + 1, lease_until = '-infinity',
            article_id = $3, etag = $4, last_modified = $5, code = $6, reason = $7
     WHERE id = $1`,
    [
      id,
      end.kind,
      fetched?.articleId ?? null,
      fetched?.etag ?? null,
      fetched?.lastModified ?? null,
      refused?.code ?? null,
      refused?.reason ?? null,
    ],
  );
}

/** Only a newer version replaces the current one: two URLs may lead to one article at once. */
export async function storeVersion(tx: Queryable, stored: StoredVersion): Promise<void> {
  await tx.query(
    `INSERT INTO article AS a (id, url, version, content_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE
       SET url = EXCLUDED.url, version = EXCLUDED.version, content_hash = EXCLUDED.content_hash
       WHERE a.version < EXCLUDED.version`,
    [stored.articleId, stored.url, stored.version, stored.contentHash],
  );
}
