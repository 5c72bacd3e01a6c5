import { normaliseUrl, urlId } from '@tocsin/feeds';
import type { Publisher } from '@tocsin/messaging';
import type { PageTable } from '../frontier/page-table.js';
import type { ClaimedPage, PageEnd } from '../frontier/types.js';
import type { HttpResponse } from '@tocsin/fetching';
import { FetchFailure } from '@tocsin/fetching';
import { keepRenewed } from '@tocsin/fetching';
import type { PoliteClient } from '@tocsin/fetching';
import type { BlobStore } from '../publish/blob-store.port.js';
import { contentHashOf } from '../publish/body.js';
import { fetchedRecord } from '../publish/fetched.js';
import { settledRecord } from '../publish/settled.js';
import { backoffMs, type RetryPolicy } from './backoff.js';
import { assertDocument } from './document-type.js';
import { endSpan, startFetch, traceHeaders } from './tracing.js';
import { conditionalHeaders, validatorsOf } from '@tocsin/fetching';

/** What fetching a page needs. */
export interface FetchPageDependencies {
  readonly pages: PageTable;
  readonly client: PoliteClient;
  readonly publisher: Publisher;
  readonly blobs: BlobStore;
  /** Called with each end's code. */
  readonly count: (code: string) => void;
}

type Trace = Readonly<Record<string, string>>;

/** Fetches pages whose turn it is: fetch, publish, wait for the broker, then write the end. */
export class FetchPage {
  constructor(
    private readonly retry: RetryPolicy,
    private readonly needs: FetchPageDependencies,
  ) {}

  /** Takes the next page; false when none is due. */
  async next(): Promise<boolean> {
    const page = await this.needs.pages.claim();
    if (!page) return false;
    await this.run(page);
    return true;
  }

  /** @throws what the publisher or database threw; the page is then fetched again */
  async run(page: ClaimedPage): Promise<void> {
    const span = startFetch(page.url, page.pollTrace);
    let code = 'ERR_FETCHER_INTERRUPTED';
    try {
      const end = await keepRenewed(
        () => this.needs.pages.renew(page),
        () => this.end(page, traceHeaders(span)),
      );
      await this.needs.pages.finish(page, end);
      code = end.kind === 'fetched' ? 'OK' : end.code;
      this.needs.count(code);
    } finally {
      endSpan(span, code);
    }
  }

  private async end(page: ClaimedPage, trace: Trace): Promise<PageEnd> {
    let response: HttpResponse;
    try {
      const options = { headers: conditionalHeaders(page), held: page.hostLease };
      response = await this.needs.client.fetch(page.url, options);
      if (response.status !== 304) assertDocument(response.headers['content-type']);
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      return this.failure(page, error, trace);
    }
    return this.publishing(() => this.success(page, response, trace));
  }

  private async success(page: ClaimedPage, response: HttpResponse, trace: Trace): Promise<PageEnd> {
    const url = normaliseUrl(response.url) ?? response.url;
    const articleId = urlId(url);
    const end = { kind: 'fetched', articleId, ...validatorsOf(response, page) } as const;
    if (response.status === 304) return { ...end, stored: null };
    const current = await this.needs.pages.currentVersion(articleId);
    const contentHash = contentHashOf(response.body);
    if (current?.contentHash === contentHash) return { ...end, stored: null };
    // Versions of an article only grow, also when this machine's clock was set back.
    const version = Math.max(Date.now(), (current?.version ?? 0) + 1);
    const stored = { articleId, url, version, contentHash };
    const { status, headers, body } = response;
    const from = { requestedUrl: page.url, lane: 'live', feedItem: page.feedItem } as const;
    const fetched = { ...from, version: stored, status, headers, body, trace };
    const record = await fetchedRecord(fetched, this.needs.blobs);
    await this.needs.publisher.publish([record]);
    return { ...end, stored };
  }

  private async failure(page: ClaimedPage, error: FetchFailure, trace: Trace): Promise<PageEnd> {
    const { code, message: reason } = error;
    const counted = code !== 'ERR_FETCH_HOST_BUSY';
    const attempts = page.attempts + (counted ? 1 : 0);
    if (error.again && attempts < this.retry.maxAttempts) {
      const afterMs = counted
        ? backoffMs(attempts, error.retryAfterMs, this.retry, Math.random())
        : (error.retryAfterMs ?? 0);
      return { kind: 'again', code, reason, afterMs, counted };
    }
    const end = error.status === 'refused' ? 'rejected' : 'failed';
    return this.publishing(async () => {
      const { id: urlId, url } = page;
      const record = settledRecord({ urlId, url, end, code, reason, at: Date.now(), trace });
      await this.needs.publisher.publish([record]);
      return { kind: end, code, reason };
    });
  }

  /**
   * A broker or blob store in trouble says nothing about the page: it stays due, uncounted. Waiting
   * happens in the frontier, where a crash of this process can't lose it.
   */
  private async publishing(publish: () => Promise<PageEnd>): Promise<PageEnd> {
    try {
      return await publish();
    } catch (error) {
      const { code = 'ERR_FETCHER_PUBLISH', message } = error as { code?: string; message: string };
      return { kind: 'again', code, reason: message, afterMs: PUBLISH_PAUSE_MS, counted: false };
    }
  }
}

/** Milliseconds before a page is fetched again that could not be published. */
const PUBLISH_PAUSE_MS = 10_000;
