import type { OutgoingRecord } from '@tocsin/messaging';
import { decode } from '@tocsin/contracts';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { sourceAt } from '../work/discovered.js';
import { Fetcher, type FetcherBehaviour } from '../fetcher.js';
import type { FeedProperties } from '../frontier/feed-table.js';
import type { FeedView } from '../frontier/feed-view.js';
import { fetcherMigrations } from '../frontier/migrations.js';

/** Milliseconds between two requests to one host. */
export const DELAY_MS = 15;

/** A frontier of its own, and the replicas that work on it. */
export class Line {
  readonly records: OutgoingRecord[] = [];
  readonly errors: unknown[] = [];
  readonly replicas: Fetcher[] = [];

  private constructor(readonly test: TestDatabase) {}

  static async open(): Promise<Line> {
    return new Line(await openTestDatabase(process.env['DATABASE_URL'], fetcherMigrations, 16));
  }

  replica(
    behaviour: Partial<FetcherBehaviour>,
    publish = async (batch: readonly OutgoingRecord[]) => void this.records.push(...batch),
  ): Fetcher {
    const fetcher = new Fetcher(
      {
        allowPrivate: [],
        concurrency: 4,
        maxSockets: 64,
        hostDelayMs: DELAY_MS,
        pollIntervalMinMs: 600_000,
        pollIntervalMaxMs: 600_000,
        recheckHours: [],
        userAgent: 'TocsinBot/0.1',
        retry: { maxAttempts: 3, baseMs: 20, maxMs: 50 },
        ...behaviour,
      },
      {
        database: this.test.database,
        publisher: { publish },
        blobs: {
          put: async () => undefined,
          remove: async () => undefined,
          removeBefore: async () => 0,
        },
        count: () => undefined,
        onError: (error) => this.errors.push(error),
      },
    );
    this.replicas.push(fetcher);
    return fetcher;
  }

  async addFeed(url: string, properties: FeedProperties = {}): Promise<FeedView> {
    const source = sourceAt(url);
    const fetcher = this.replicas[0];
    if (!source || !fetcher) throw new Error(`no feed, or no replica yet: ${url}`);
    return (await fetcher.feeds.add(source, 600_000, properties)).feed;
  }

  /** Resolves with the frontier's counts once `done` says so. */
  async until(
    done: (counts: Awaited<ReturnType<Fetcher['counts']>>) => boolean | Promise<boolean>,
    timeoutMs = 20_000,
  ) {
    const started = performance.now();
    for (;;) {
      const counts = await (this.replicas[0] as Fetcher).counts();
      if (await done(counts)) return counts;
      if (performance.now() - started > timeoutMs)
        throw new Error(`${JSON.stringify(counts)} ${this.errors.map(String).join('; ')}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Resolves once nothing is pending and every feed was asked. */
  drained() {
    return this.until(({ pending, unpolled }) => pending === 0 && unpolled === 0);
  }

  /** Everything is due at once. */
  async hurry(): Promise<void> {
    await this.test.db.query(`UPDATE feed SET next_poll_at = now() WHERE state = 'active'`);
    await this.test.db.query(
      `UPDATE url SET next_attempt_at = now() WHERE next_attempt_at IS NOT NULL`,
    );
    await this.test.db.query(`UPDATE host SET live_due_at = now()`);
  }

  fetched(topic: 'article-fetched' | 'article-fetched-backfill' = 'article-fetched') {
    return this.records
      .filter((record) => record.topic === topic)
      .map((record) => decode(topic, '1', record.value as Buffer));
  }

  settled() {
    return this.records
      .filter((record) => record.topic === 'article-settled')
      .map((record) => decode('article-settled', '1', record.value as Buffer));
  }

  async close(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.stop()));
    await this.test.close();
  }
}
