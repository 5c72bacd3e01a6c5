import { FeedError, freshnessMs, SitemapError } from '@tocsin/feeds';
import {
  conditionalHeaders,
  FetchFailure,
  keepRenewed,
  validatorsOf,
  type PoliteClient,
  type PoliteResponse,
} from '@tocsin/fetching';
import type { ClaimedFeed, FeedMemory, PollEnd } from '../frontier/types.js';
import { contentHashOf } from '../publish/body.js';
import { discoveredIn, sourceAt } from './discovered.js';
import { parkedFor } from './parking.js';
import type { SourceAnswer, SourceDocument } from './read-source.js';
import { afterBusy, afterFailure, afterSuccess, type PollBounds } from './schedule.js';
import { endSpan, startPoll, traceHeaders } from './tracing.js';

/** What polling a feed needs. */
export interface PollFeedDependencies {
  readonly client: PoliteClient;
  /** Lengthens the claim. Resolves to false when the feed is not wanted any more. */
  readonly renew: (feed: ClaimedFeed) => Promise<boolean>;
  /** Reads what came. */
  readonly read: (answer: SourceAnswer) => Promise<SourceDocument>;
  /** Writes the end. */
  readonly finish: (feed: ClaimedFeed, end: PollEnd) => Promise<unknown>;
  /** Called with each end's code. */
  readonly count: (code: string) => void;
}

/** Decoded bytes of a source: sitemaps may have 50 MiB by their protocol, few have more than this. */
const MAX_SOURCE_BYTES = 20 * 1024 * 1024;

type SourceFailure = FetchFailure | FeedError | SitemapError;

const isSourceFailure = (error: unknown): error is SourceFailure =>
  error instanceof FetchFailure || error instanceof FeedError || error instanceof SitemapError;

/** Polls feeds and puts the pages that they name into the frontier. */
export class PollFeed {
  constructor(
    private readonly bounds: PollBounds,
    private readonly needs: PollFeedDependencies,
  ) {}

  /** @throws what the database threw; the feed is then polled again */
  async run(feed: ClaimedFeed): Promise<void> {
    const span = startPoll(feed.url);
    let code = 'ERR_FETCHER_INTERRUPTED';
    try {
      const trace = traceHeaders(span)['traceparent'] ?? null;
      const end = await keepRenewed(
        async () => void (await this.needs.renew(feed)),
        () => this.end(feed, trace),
      );
      await this.needs.finish(feed, end);
      code = end.code;
      this.needs.count(code);
    } finally {
      endSpan(span, code === 'UNCHANGED' ? 'OK' : code);
    }
  }

  private async end(feed: ClaimedFeed, pollTrace: string | null): Promise<PollEnd> {
    const started = performance.now();
    const took = () => performance.now() - started;
    let response: PoliteResponse | null = null;
    try {
      response = await this.needs.client.fetch(feed.url, {
        headers: conditionalHeaders(feed),
        held: feed.hostLease,
        hostDelayMs: feed.settings.hostDelayMs,
        permit: () => this.needs.renew(feed),
        maxBodyBytes: MAX_SOURCE_BYTES,
      });
      return await this.answered(feed, response, { pollTrace, tookMs: took() });
    } catch (error) {
      if (!isSourceFailure(error)) throw error;
      return this.failed(feed, error, response?.status ?? null, took());
    }
  }

  private async answered(
    feed: ClaimedFeed,
    response: PoliteResponse,
    part: Pick<PollEnd, 'pollTrace' | 'tookMs'>,
  ): Promise<PollEnd> {
    const { status, permanentUrl } = response;
    const bodyHash = status === 304 ? feed.bodyHash : contentHashOf(response.body);
    const same = status === 304 || (bodyHash === feed.bodyHash && feed.known);
    const document = same ? null : await this.needs.read(sourceAnswer(response));
    const now = Date.now();
    const memory = document ? memoryOf(document) : feed.memory;
    return {
      ...blank(feed),
      ...part,
      ...validatorsOf(response, feed),
      status,
      bodyHash,
      code: document ? 'OK' : 'UNCHANGED',
      ...(document ? this.found(feed, document, now) : {}),
      memory,
      failures: 0,
      movedTo: permanentUrl === null ? null : sourceAt(permanentUrl),
      next: afterSuccess(feed, this.bounds, memory, freshnessMs(response.headers, now), now),
    };
  }

  private found(feed: ClaimedFeed, document: SourceDocument, now: number): Partial<PollEnd> {
    return {
      title: document.title,
      kind: document.kind,
      discovered: discoveredIn(document, feed, now),
      sources: document.sources.flatMap((url) => sourceAt(url) ?? []),
    };
  }

  private failed(
    feed: ClaimedFeed,
    error: SourceFailure,
    status: number | null,
    tookMs: number,
  ): PollEnd {
    const { code, message: reason } = error;
    const fetching = error instanceof FetchFailure ? error : null;
    const asked = fetching?.retryAfterMs ?? 0;
    const end = { ...blank(feed), code, reason, tookMs };
    // Its host was only busy with others: nothing is wrong with the feed.
    if (code === 'ERR_FETCH_HOST_BUSY' || code === 'ERR_FETCH_STOPPED')
      return { ...end, counted: false, next: afterBusy(feed, asked) };
    const failures = feed.failures + 1;
    const httpStatus = status ?? fetching?.httpStatus ?? null;
    const failingForMs = Date.now() - (feed.failingSinceMs ?? Date.now());
    const refused = fetching?.status === 'refused';
    return {
      ...end,
      status: httpStatus,
      failures,
      parkedFor: parkedFor({ code, reason, refused, httpStatus, failures, failingForMs }),
      next: afterFailure(feed, failures, asked, this.bounds, Math.random()),
    };
  }
}

const sourceAnswer = ({ url, headers, body }: PoliteResponse) => ({
  url,
  contentType: headers['content-type'] ?? null,
  body,
});

/** Dates that a feed's rhythm is learned from, and that are kept for answers without a body. */
const MAX_DATES = 50;

function memoryOf({ hints, items }: SourceDocument): FeedMemory {
  const published = items.flatMap(({ publishedAt }) =>
    publishedAt ? [Date.parse(publishedAt)] : [],
  );
  return { hints, published: published.sort((a, b) => b - a).slice(0, MAX_DATES) };
}

const blank = (feed: ClaimedFeed) =>
  ({
    etag: feed.etag,
    lastModified: feed.lastModified,
    bodyHash: feed.bodyHash,
    memory: feed.memory,
    title: null,
    kind: null,
    status: null,
    discovered: [],
    sources: [],
    reason: '',
    failures: feed.failures,
    counted: true,
    movedTo: null,
    parkedFor: null,
    pollTrace: null,
  }) satisfies Partial<PollEnd>;
