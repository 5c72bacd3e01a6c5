import type { FetcherConfig } from '@tocsin/config';
import type { Publisher } from '@tocsin/messaging';
import { pooled } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { robotsAgentOf } from '@tocsin/fetching';
import { FeedTable } from './frontier/feed-table.js';
import { PageTable } from './frontier/page-table.js';
import { PostgresHostLeases } from './frontier/postgres-host-leases.js';
import { PostgresRobotsCache } from './frontier/postgres-robots-cache.js';
import { AddressPolicy } from '@tocsin/fetching';
import { HttpClient } from '@tocsin/fetching';
import { PoliteClient } from '@tocsin/fetching';
import { Turns } from '@tocsin/fetching';
import type { BlobStore } from './publish/blob-store.port.js';
import { DEFAULT_RETRY, type RetryPolicy } from './work/backoff.js';
import { FetchPage } from './work/fetch-page.js';
import { PollFeed } from './work/poll-feed.js';
import { workerLoop } from './work/worker-loop.js';

/** What a fetcher runs on. */
export interface FetcherDependencies {
  readonly database: DataSource;
  readonly publisher: Publisher;
  readonly blobs: BlobStore;
  /** Called with each end's code: of polls and of pages. */
  readonly count: (work: 'feed' | 'page', code: string) => void;
  /** Called with errors that no site is to blame for; the work is taken up again. */
  readonly onError: (error: unknown) => void;
}

/** Plain values that a fetcher behaves by. */
export type FetcherBehaviour = Pick<
  FetcherConfig,
  'allowPrivate' | 'concurrency' | 'hostDelayMs' | 'pollIntervalMinMs' | 'userAgent'
> & { readonly pollIntervalMaxMs: number; readonly retry?: RetryPolicy };

/** Milliseconds that a worker waits for a host's turn before it does something else. */
const MAX_WAIT_MS = 2_000;
const PAUSES = { idleMs: 20, maxIdleMs: 500, errorMs: 2_000 };
/** Feeds are few and their requests short: a quarter of the workers keeps the frontier filled. */
const pollersOf = (concurrency: number) => Math.max(1, Math.floor(concurrency / 4));

/** One replica: its workers claim feeds and pages from the frontier that all replicas share. */
export class Fetcher {
  readonly feeds: FeedTable;
  readonly pages: PageTable;
  readonly poll: PollFeed;
  readonly fetch: FetchPage;
  private readonly http: HttpClient;
  private readonly stopping = new AbortController();
  private loops: Promise<void>[] = [];

  constructor(
    private readonly behaviour: FetcherBehaviour,
    private readonly needs: FetcherDependencies,
  ) {
    const { userAgent, hostDelayMs, pollIntervalMinMs, pollIntervalMaxMs } = behaviour;
    const db = pooled(needs.database);
    this.http = new HttpClient(new AddressPolicy(behaviour.allowPrivate), userAgent);
    const client = new PoliteClient(
      this.http,
      new Turns(new PostgresHostLeases(db), MAX_WAIT_MS),
      new PostgresRobotsCache(db),
      { hostDelayMs, robotsAgent: robotsAgentOf(userAgent), maxRedirects: 5 },
    );
    this.feeds = new FeedTable(needs.database);
    this.pages = new PageTable(needs.database);
    const bounds = { minMs: pollIntervalMinMs, maxMs: pollIntervalMaxMs };
    const { feeds, pages } = this;
    const { publisher, blobs, count } = needs;
    this.poll = new PollFeed(bounds, { feeds, client, count: (code) => count('feed', code) });
    this.fetch = new FetchPage(behaviour.retry ?? DEFAULT_RETRY, {
      pages,
      client,
      publisher,
      blobs,
      count: (code) => count('page', code),
    });
  }

  start(): void {
    const { signal } = this.stopping;
    const loop = (next: () => Promise<boolean>) =>
      workerLoop(next, PAUSES, signal, this.needs.onError);
    const { concurrency } = this.behaviour;
    this.loops = [
      ...Array.from({ length: pollersOf(concurrency) }, () => loop(() => this.poll.next())),
      ...Array.from({ length: concurrency }, () => loop(() => this.fetch.next())),
    ];
  }

  /** Claims nothing more, finishes what is in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
    await this.http.close();
  }
}
