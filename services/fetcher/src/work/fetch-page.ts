import { normaliseUrl, urlId } from '@tocsin/feeds';
import {
  conditionalHeaders,
  FetchFailure,
  keepRenewed,
  validatorsOf,
  type PoliteClient,
  type PoliteResponse,
} from '@tocsin/fetching';
import type { Publisher } from '@tocsin/messaging';
import type { ClaimedPage, PageEnd, StoredVersion } from '../frontier/types.js';
import type { BlobStore } from '../publish/blob-store.port.js';
import { contentHashOf } from '../publish/body.js';
import { fetchedRecord } from '../publish/fetched.js';
import { settledRecord } from '../publish/settled.js';
import { backoffMs, type RetryPolicy } from './backoff.js';
import { assertDocument } from './document-type.js';
import { recheckAfter } from './recheck.js';
import { endSpan, startFetch, traceHeaders } from './tracing.js';

/** What fetching a page needs. */
export interface FetchPageDependencies {
  readonly client: PoliteClient;
  readonly publisher: Publisher;
  readonly blobs: BlobStore;
  /** Lengthens the claim. Resolves to false when the page is not wanted any more. */
  readonly renew: (page: ClaimedPage) => Promise<boolean>;
  /** The newest published version of an article. */
  readonly current: (articleId: string) => Promise<StoredVersion | null>;
  /** Writes the end. */
  readonly finish: (page: ClaimedPage, end: PageEnd) => Promise<unknown>;
  /** Called with each end's code. */
  readonly count: (code: string) => void;
}

/** Plain values that pages are fetched by. */
export interface FetchPageRules {
  readonly retry: RetryPolicy;
  /** Hours after its first fetch at which an article is read again. */
  readonly recheckHours: readonly number[];
}

type Trace = Readonly<Record<string, string>>;

/** Fetches a page: fetch, publish, wait for the broker, then write the end. */
export class FetchPage {
  constructor(
    private readonly rules: FetchPageRules,
    private readonly needs: FetchPageDependencies,
  ) {}

  /**
   * @param answered called once the site has answered or failed
   * @throws what the database threw; the page is then fetched again
   */
  async run(page: ClaimedPage, answered: () => void): Promise<void> {
    const span = startFetch(page.url, page.pollTrace);
    let code = 'ERR_FETCHER_INTERRUPTED';
    try {
      const end = await keepRenewed(
        async () => void (await this.needs.renew(page)),
        () => this.end(page, traceHeaders(span), answered),
      );
      await this.needs.finish(page, end);
      code = end.kind === 'fetched' ? 'OK' : end.code;
      this.needs.count(code);
    } finally {
      endSpan(span, code);
    }
  }

  private async end(page: ClaimedPage, trace: Trace, answered: () => void): Promise<PageEnd> {
    let response: PoliteResponse;
    try {
      response = await this.needs.client.fetch(page.resumeUrl ?? page.url, {
        headers: conditionalHeaders(page),
        held: page.hostLease,
        hostDelayMs: page.feedSettings.hostDelayMs,
        permit: () => this.needs.renew(page),
      });
      if (response.status !== 304) assertDocument(response.headers['content-type']);
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      return this.failure(page, error, trace);
    } finally {
      answered();
    }
    return this.publishing(() => this.success(page, response, trace));
  }

  private async success(
    page: ClaimedPage,
    response: PoliteResponse,
    trace: Trace,
  ): Promise<PageEnd> {
    const url = normaliseUrl(response.url) ?? response.url;
    const articleId = urlId(url);
    const recheckMs = recheckAfter(page, this.rules.recheckHours, Date.now());
    const end = {
      kind: 'fetched',
      articleId,
      recheckMs,
      ...validatorsOf(response, page),
    } as const;
    if (response.status === 304) return { ...end, stored: null };
    const current = articleId === page.id ? page.stored : await this.needs.current(articleId);
    const contentHash = contentHashOf(response.body);
    if (current?.contentHash === contentHash) return { ...end, stored: null };
    // Versions of an article only grow, also when this machine's clock was set back.
    const version = Math.max(Date.now(), (current?.version ?? 0) + 1);
    const stored = { articleId, url, version, contentHash };
    const { status, headers, body, gzipped } = response;
    const { url: requestedUrl, lane, feedItem } = page;
    const record = await fetchedRecord(
      { version: stored, requestedUrl, lane, status, headers, body, gzipped, feedItem, trace },
      this.needs.blobs,
    );
    await this.needs.publisher.publish([record]);
    return { ...end, stored };
  }

  private async failure(page: ClaimedPage, error: FetchFailure, trace: Trace): Promise<PageEnd> {
    const { code, message: reason, resumeUrl } = error;
    // Its source was stopped: it comes to its end with the rest of what was queued.
    if (code === 'ERR_FETCH_STOPPED')
      return { kind: 'again', code, reason, afterMs: 0, counted: false, resumeUrl: null };
    const counted = code !== 'ERR_FETCH_HOST_BUSY';
    const attempts = page.attempts + (counted ? 1 : 0);
    if (error.again && attempts < this.rules.retry.maxAttempts) {
      const afterMs = counted
        ? backoffMs(attempts, error.retryAfterMs, this.rules.retry, Math.random())
        : (error.retryAfterMs ?? 0);
      return { kind: 'again', code, reason, afterMs, counted, resumeUrl };
    }
    if (page.again) return { kind: 'kept', code, reason, recheckMs: this.recheckOf(page, error) };
    const end = error.status === 'refused' ? 'rejected' : 'failed';
    return this.publishing(async () => {
      const { id, url } = page;
      const record = settledRecord({ urlId: id, url, end, code, reason, at: Date.now(), trace });
      await this.needs.publisher.publish([record]);
      return { kind: end, code, reason };
    });
  }

  /** An article that is gone or forbidden now is not asked for again. */
  private recheckOf(page: ClaimedPage, { status, code }: FetchFailure): number | null {
    return status === 'refused' || code === 'ERR_FETCH_NOT_FOUND'
      ? null
      : recheckAfter(page, this.rules.recheckHours, Date.now());
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
      const afterMs = PUBLISH_PAUSE_MS;
      return { kind: 'again', code, reason: message, afterMs, counted: false, resumeUrl: null };
    }
  }
}

/** Milliseconds before a page is fetched again that could not be published. */
const PUBLISH_PAUSE_MS = 10_000;
