import { createHash } from 'node:crypto';
import { normaliseUrl, urlId } from '@tocsin/feeds';
import type { Publisher } from '@tocsin/messaging';
import { inTransaction, pooled } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { storeVersion, type PageTable } from '../frontier/page-table.js';
import { endSpan, startFetch, traceHeaders } from '../work/tracing.js';
import type { BlobStore } from './blob-store.port.js';
import { contentHashOf } from './body.js';
import { fetchedRecord } from './fetched.js';

/** An article that someone hands us instead of us fetching it: markup or plain text. */
export interface PushedDocument {
  readonly url: string;
  readonly title?: string;
  readonly html?: string;
  readonly text?: string;
  /** ISO 8601. */
  readonly publishedAt?: string;
}

/** What became of it; `unchanged` when the article's current version has the same content. */
export interface PushResult {
  readonly articleId: string;
  readonly version: number;
  readonly status: 'accepted' | 'unchanged' | 'repeated';
}

/** The push cannot be taken; `code` is stable. */
export class PushRefusedError extends Error {
  constructor(
    readonly code: 'ERR_PUSH_URL' | 'ERR_PUSH_KEY_REUSED',
    message: string,
  ) {
    super(message);
    this.name = 'PushRefusedError';
  }
}

interface KnownPush {
  readonly requestHash: string;
  readonly articleId: string;
  readonly version: number;
}

/** Takes pushed documents into the line, as if they had been fetched. */
export class PushDocument {
  constructor(
    private readonly database: DataSource,
    private readonly pages: PageTable,
    private readonly publisher: Publisher,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * Published and acknowledged when this resolves. The same key with the same document gives the
   * first answer again and publishes nothing.
   *
   * @throws PushRefusedError
   */
  async push(document: PushedDocument, idempotencyKey: string | null): Promise<PushResult> {
    const url = normaliseUrl(document.url);
    if (url === null || !/^https?:\/\/[^/]/.test(url))
      throw new PushRefusedError('ERR_PUSH_URL', 'The url must be absolute, http or https.');
    const requestHash = createHash('sha256').update(JSON.stringify(document)).digest('hex');
    const known = idempotencyKey === null ? null : await this.known(idempotencyKey, requestHash);
    if (known) return known;
    const body = Buffer.from(document.html ?? document.text ?? '', 'utf8');
    const contentHash = contentHashOf(body);
    const articleId = urlId(url);
    const current = await this.pages.currentVersion(articleId);
    const unchanged = current?.contentHash === contentHash;
    const version = unchanged ? current.version : Math.max(Date.now(), (current?.version ?? 0) + 1);
    const stored = { articleId, url, version, contentHash };
    if (!unchanged) await this.publish(document, stored, body);
    await inTransaction(this.database, async (tx) => {
      await storeVersion(tx, stored);
      if (idempotencyKey !== null)
        await tx.query(
          `INSERT INTO pushed_document (idempotency_key, request_hash, article_id, version)
           VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
          [idempotencyKey, requestHash, articleId, version],
        );
    });
    return { articleId, version, status: unchanged ? 'unchanged' : 'accepted' };
  }

  private async known(key: string, requestHash: string): Promise<PushResult | null> {
    const [known] = await pooled(this.database).query<KnownPush>(
      `SELECT request_hash AS "requestHash", article_id AS "articleId", version::float8 AS version
       FROM pushed_document WHERE idempotency_key = $1`,
      [key],
    );
    if (!known) return null;
    if (known.requestHash !== requestHash)
      throw new PushRefusedError(
        'ERR_PUSH_KEY_REUSED',
        'This Idempotency-Key was used for another document.',
      );
    return { articleId: known.articleId, version: known.version, status: 'repeated' };
  }

  private async publish(
    document: PushedDocument,
    version: Parameters<typeof fetchedRecord>[0]['version'],
    body: Buffer,
  ): Promise<void> {
    const span = startFetch(version.url, null);
    const { title = null, publishedAt = null } = document;
    const type = document.html === undefined ? 'text/plain' : 'text/html';
    try {
      const record = await fetchedRecord(
        {
          version,
          requestedUrl: document.url,
          status: 200,
          headers: { 'content-type': `${type}; charset=utf-8` },
          body,
          feedItem: { feedUrl: '', title, publishedAt, authors: [], summary: null },
          trace: traceHeaders(span),
        },
        this.blobs,
      );
      await this.publisher.publish([record]);
      endSpan(span, 'OK');
    } catch (error) {
      endSpan(span, 'ERR_FETCHER_PUBLISH');
      throw error;
    }
  }
}
