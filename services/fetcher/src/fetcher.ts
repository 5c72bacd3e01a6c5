import type { FetcherConfig } from '@tocsin/config';
import { AddressPolicy, HttpClient, PoliteClient, robotsAgentOf, Turns } from '@tocsin/fetching';
import type { Publisher } from '@tocsin/messaging';
import { pooledPrepared, type Queryable } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { currentVersions } from './frontier/article-table.js';
import { FeedTable } from './frontier/feed-table.js';
import { finishPages, type FinishedPage } from './frontier/finish-pages.js';
import { finishPolls, type FinishedPoll } from './frontier/finish-polls.js';
import { frontierCounts, type FrontierCounts } from './frontier/frontier-counts.js';
import { PostgresHostLeases, type Release } from './frontier/postgres-host-leases.js';
import { PostgresRobotsCache } from './frontier/postgres-robots-cache.js';
import { releaseHosts, restIdle } from './frontier/release-hosts.js';
import type { CurrentVersion } from './frontier/types.js';
import { WorkQueue } from './frontier/work-queue.js';
import type { BlobKeeper } from './publish/blob-store.port.js';
import { batchedPublisher } from './publish/batched-publisher.js';
import { DEFAULT_RETRY, type RetryPolicy } from './work/backoff.js';
import { timed } from './measures.js';
import { Batcher } from './work/batcher.js';
import { Caretaker } from './work/caretaker.js';
import { Dispatcher } from './work/dispatcher.js';
import { FetchPage } from './work/fetch-page.js';
import { PollFeed } from './work/poll-feed.js';
import { SourceReader } from './work/source-reader.js';

/** What a fetcher runs on. */
export interface FetcherDependencies {
  readonly database: DataSource;
  readonly publisher: Publisher;
  readonly blobs: BlobKeeper;
  /** Called with each end's code: of polls and of pages. */
  readonly count: (work: 'feed' | 'page', code: string) => void;
  /** Called with errors that no site is to blame for; the work is taken up again. */
  readonly onError: (error: unknown) => void;
}

/** Plain values that a fetcher behaves by. */
export type FetcherBehaviour = Pick<
  FetcherConfig,
  | 'allowPrivate'
  | 'concurrency'
  | 'hostDelayMs'
  | 'maxSockets'
  | 'pollIntervalMinMs'
  | 'pollIntervalMaxMs'
  | 'recheckHours'
  | 'userAgent'
> & { readonly retry?: RetryPolicy };

/**
 * Milliseconds that a request waits for a host's turn before it is put off: longer than the usual delay,
 * so that a redirect within one host comes to its end. Those who wait don't keep others from beginning.
 */
const MAX_WAIT_MS = 10_000;
/** Milliseconds after which a request makes room for others. */
const SLOW_AFTER_MS = 250;
const MAX_REDIRECTS = 5;
/** Rows of one transaction. */
const BATCH = 200;

/** One replica: claims feeds and pages from the frontier that all replicas share. */
export class Fetcher {
  readonly feeds: FeedTable;
  readonly client: PoliteClient;
  readonly sources = new SourceReader();
  private readonly db: Queryable;
  private readonly http: HttpClient;
  private readonly leases: PostgresHostLeases;
  private readonly dispatcher: Dispatcher;
  private readonly caretaker: Caretaker;

  constructor(behaviour: FetcherBehaviour, needs: FetcherDependencies) {
    const { database, blobs, count, onError } = needs;
    const { userAgent, hostDelayMs, concurrency, maxSockets } = behaviour;
    this.db = pooledPrepared(database);
    const publisher = batchedPublisher(needs.publisher);
    const queue = new WorkQueue(this.db);
    const batches = {
      releases: new Batcher<Release, undefined>((items) => releaseHosts(this.db, items), BATCH),
      pages: new Batcher<FinishedPage, boolean>((items) => finishPages(this.db, items), BATCH),
      polls: new Batcher<FinishedPoll, number>((items) => finishPolls(database, items), BATCH),
      versions: new Batcher<string, CurrentVersion | null>(async (ids) => {
        const known = await currentVersions(this.db, ids);
        return ids.map((id) => known.get(id) ?? null);
      }, BATCH),
    };
    this.leases = new PostgresHostLeases(this.db, batches.releases, onError);
    this.http = new HttpClient(new AddressPolicy(behaviour.allowPrivate), userAgent, {
      maxSockets,
    });
    this.client = new PoliteClient(
      this.http,
      new Turns(this.leases, MAX_WAIT_MS),
      new PostgresRobotsCache(this.db),
      { hostDelayMs, robotsAgent: robotsAgentOf(userAgent), maxRedirects: MAX_REDIRECTS },
    );
    this.feeds = new FeedTable(database);
    const bounds = { minMs: behaviour.pollIntervalMinMs, maxMs: behaviour.pollIntervalMaxMs };
    const poll = new PollFeed(bounds, {
      client: this.client,
      renew: (feed) => queue.renewFeed(feed),
      read: (answer) => this.sources.read(answer),
      finish: (feed, end) => batches.polls.add({ feed, end }),
      count: (code) => count('feed', code),
    });
    const retry = behaviour.retry ?? DEFAULT_RETRY;
    const fetch = new FetchPage(
      { retry, recheckHours: behaviour.recheckHours },
      {
        client: this.client,
        publisher,
        blobs,
        renew: (page) => queue.renewPage(page),
        current: (articleId) => batches.versions.add(articleId),
        finish: (page, end) => batches.pages.add({ page, end }),
        count: (code) => count('page', code),
      },
    );
    this.dispatcher = new Dispatcher(
      {
        quick: concurrency,
        slow: Math.max(1, maxSockets - concurrency),
        slowAfterMs: SLOW_AFTER_MS,
      },
      {
        claim: (request) => queue.claim(request),
        poll: (feed) => timed('feed', () => poll.run(feed)),
        fetch: (page, leave) => timed('page', () => fetch.run(page, leave)),
        giveBack: (idle) => restIdle(database, idle),
        onError,
      },
    );
    this.caretaker = new Caretaker(database, publisher, blobs, onError);
  }

  start(): void {
    this.dispatcher.start();
    this.caretaker.start();
  }

  /** Claims nothing more, finishes what is in hand. */
  async stop(): Promise<void> {
    await Promise.all([this.dispatcher.stop(), this.caretaker.stop()]);
    await Promise.all([this.leases.settled(), this.sources.close()]);
    await this.http.close();
  }

  counts(): Promise<FrontierCounts> {
    return frontierCounts(this.db);
  }
}
