import { FeedError, normaliseUrl, parseFeed, urlId, type FeedDocument } from '@tocsin/feeds';
import type { FeedTable } from '../frontier/feed-table.js';
import type { ClaimedFeed, Discovered, PollEnd } from '../frontier/types.js';
import { FetchFailure } from '@tocsin/fetching';
import { keepRenewed } from '@tocsin/fetching';
import { hostOf, type PoliteClient } from '@tocsin/fetching';
import { nextInterval, type PollBounds } from './schedule.js';
import { endSpan, startPoll, traceHeaders } from './tracing.js';
import { conditionalHeaders, validatorsOf } from '@tocsin/fetching';

/** What polling a feed needs. */
export interface PollFeedDependencies {
  readonly feeds: FeedTable;
  readonly client: PoliteClient;
  /** Called with each end's code. */
  readonly count: (code: string) => void;
}

/** The pages that a feed names, each once, known by their normal form and asked for as written. */
export function discoveredIn(document: FeedDocument, feedUrl: string): Discovered[] {
  return document.items.flatMap(({ url, title, publishedAt, authors, summary }) => {
    const normalised = normaliseUrl(url);
    if (normalised === null) return [];
    const item = { feedUrl, title, publishedAt, authors: [...authors], summary };
    return [{ id: urlId(normalised), url, host: hostOf(new URL(url)), item }];
  });
}

/** Polls feeds whose turn it is and puts the pages they name into the frontier. */
export class PollFeed {
  constructor(
    private readonly bounds: PollBounds,
    private readonly needs: PollFeedDependencies,
  ) {}

  /** Takes the next feed; false when none is due. */
  async next(): Promise<boolean> {
    const feed = await this.needs.feeds.claim();
    if (!feed) return false;
    const span = startPoll(feed.url);
    let code = 'ERR_FETCHER_INTERRUPTED';
    try {
      const trace = traceHeaders(span)['traceparent'] ?? null;
      const end = await keepRenewed(
        () => this.needs.feeds.renew(feed),
        () => this.end(feed, trace),
      );
      await this.needs.feeds.finish(feed, end);
      code = end.code;
      this.needs.count(code);
    } finally {
      endSpan(span, code === 'UNCHANGED' ? 'OK' : code);
    }
    return true;
  }

  private async end(feed: ClaimedFeed, pollTrace: string | null): Promise<PollEnd> {
    try {
      const headers = conditionalHeaders(feed);
      const response = await this.needs.client.fetch(feed.url, { headers });
      const validators = validatorsOf(response, feed);
      if (response.status === 304) return this.ended(feed, { code: 'UNCHANGED', ...validators });
      const contentType = response.headers['content-type'] ?? null;
      const document = parseFeed(response.body, { url: response.url, contentType });
      const { title, kind } = document;
      const discovered = discoveredIn(document, feed.url);
      return this.ended(feed, { code: 'OK', ...validators, title, kind, discovered, pollTrace });
    } catch (error) {
      if (error instanceof FetchFailure || error instanceof FeedError)
        return this.failed(feed, error);
      throw error;
    }
  }

  private ended(feed: ClaimedFeed, part: Partial<PollEnd> & { code: string }): PollEnd {
    const outcome = part.code === 'OK' ? 'new' : 'nothing-new';
    const intervalMs = nextInterval(feed.intervalMs, outcome, this.bounds);
    return { ...blank(feed), failures: 0, intervalMs, nextPollMs: intervalMs, ...part };
  }

  private failed(feed: ClaimedFeed, error: FetchFailure | FeedError): PollEnd {
    const { code, message: reason } = error;
    const retryAfterMs = (error instanceof FetchFailure ? error.retryAfterMs : null) ?? 0;
    // Its host was only busy with others: nothing is wrong with the feed.
    if (code === 'ERR_FETCH_HOST_BUSY')
      return { ...blank(feed), code, reason, nextPollMs: Math.max(retryAfterMs, 100) };
    const intervalMs = nextInterval(feed.intervalMs, 'failed', this.bounds);
    const nextPollMs = Math.max(intervalMs, retryAfterMs);
    return { ...blank(feed), code, reason, failures: feed.failures + 1, intervalMs, nextPollMs };
  }
}

const blank = (feed: ClaimedFeed): PollEnd => ({
  etag: feed.etag,
  lastModified: feed.lastModified,
  title: null,
  kind: null,
  discovered: [],
  code: 'OK',
  reason: '',
  failures: feed.failures,
  intervalMs: feed.intervalMs,
  nextPollMs: feed.intervalMs,
  pollTrace: null,
});
