import { BY_INDEX, inTransaction, openDatabase, pooledPrepared } from '@tocsin/persistence';
import { insertDiscovered } from '../frontier/discover.js';
import { FeedTable } from '../frontier/feed-table.js';
import { finishPolls } from '../frontier/finish-polls.js';
import { keepHouse } from '../frontier/housekeeping.js';
import { fetcherMigrations } from '../frontier/migrations.js';
import { releaseHosts, restIdle } from '../frontier/release-hosts.js';
import type { ClaimedFeed, Discovered, DiscoveredSource, PollEnd } from '../frontier/types.js';
import { WorkQueue } from '../frontier/work-queue.js';
import { sourceAt } from '../work/discovered.js';

/** The frontier's tables as a bench drives them, with nothing fetched in between. */
export interface FrontierBench {
  /** Adds feeds that are due at once, each of a host of its own. */
  addFeeds(count: number): Promise<void>;
  /** Claims due feeds with their hosts, at most so many; none when none is due. */
  claim(most: number): Promise<readonly ClaimedFeed[]>;
  /** Ends their polls, nothing new, and gives their hosts back: each is due again behind all others. */
  finish(feeds: readonly ClaimedFeed[]): Promise<void>;
  /**
   * Ends a poll that found these pages.
   *
   * @returns how many of them were new
   */
  discover(urls: readonly string[]): Promise<number>;
  /** Brings all pages to their end, long ago, and keeps house: they leave the queue for the set of seen ones. */
  retire(): Promise<number>;
  /** Bytes on disk of the set of seen URLs, by table and index. */
  sizes(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const FINDER = sourceAt('https://www.finder.example/rss/news.xml') as DiscoveredSource;
const UNCHANGED: PollEnd = {
  title: null,
  kind: null,
  etag: '"5f3c-61a0b2c4d5e6f"',
  lastModified: 'Wed, 25 Nov 2026 08:00:00 GMT',
  bodyHash: null,
  memory: { hints: null, published: [] },
  status: 304,
  tookMs: 50,
  discovered: [],
  sources: [],
  code: 'UNCHANGED',
  reason: '',
  failures: 0,
  counted: true,
  movedTo: null,
  parkedFor: null,
  pollTrace: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  next: () => ({ intervalMs: HOUR_MS, why: 'publishes every hour', afterMs: 0 }),
};

/** @param databaseUrl an empty database that may be filled */
export async function openFrontierBench(databaseUrl: string): Promise<FrontierBench> {
  const database = await openDatabase({
    url: databaseUrl,
    schema: 'fetcher',
    session: BY_INDEX,
    migrations: fetcherMigrations,
    entities: [],
  });
  const db = pooledPrepared(database);
  const table = new FeedTable(database);
  const queue = new WorkQueue(db);
  await table.add(FINDER, HOUR_MS);
  await table.setState(FINDER.id, 'paused', null);
  // Its host was told of a feed that is none to be polled.
  await restIdle(database, (await queue.claim({ limit: 1, lane: 'live', slow: true })).idle);
  return {
    addFeeds: async (count) => {
      for (let n = 0; n < count; n++) {
        const source = sourceAt(`https://www.site-${n}.example/rss/news.xml`);
        if (source) await table.add(source, HOUR_MS);
      }
      await db.query('UPDATE host SET slow = false');
    },
    claim: async (limit) => (await queue.claim({ limit, lane: 'live', slow: false })).feeds,
    finish: async (feeds) => {
      const report = { tookMs: 50, failed: false };
      await finishPolls(
        database,
        feeds.map((feed) => ({ feed, end: UNCHANGED })),
      );
      await releaseHosts(
        db,
        feeds.map(({ hostLease: lease }) => ({ lease, delayMs: 0, report })),
      );
    },
    discover: async (urls) => {
      const pages = urls.map(found);
      const one = { feedId: FINDER.id, priority: 0, pages, pollTrace: UNCHANGED.pollTrace };
      const fresh = await inTransaction(database, (tx) => insertDiscovered(tx, [one]));
      return fresh.get(FINDER.id) ?? 0;
    },
    retire: async () => {
      await db.query(
        `UPDATE url SET state = 'fetched', next_attempt_at = NULL,
                settled_at = now() - interval '1 year' WHERE next_attempt_at IS NOT NULL`,
      );
      let retired = 0;
      for (;;) {
        const { urls } = await keepHouse(db);
        if (urls === 0) return retired;
        retired += urls;
      }
    },
    sizes: async () => {
      const relations = await db.query<{ name: string; bytes: string }>(
        `SELECT c.relname AS name, pg_relation_size(c.oid)::text AS bytes
         FROM pg_class c WHERE c.relnamespace = 'fetcher'::regnamespace AND c.relkind IN ('r', 'i')
           AND c.relname LIKE 'seen_url%' ORDER BY pg_relation_size(c.oid) DESC`,
      );
      return Object.fromEntries(relations.map(({ name, bytes }) => [name, Number(bytes)]));
    },
    close: () => database.destroy(),
  };
}

/** What a feed of today says of a page. */
function found(url: string): Discovered {
  const item = {
    feedUrl: 'https://www.site-1.example/rss/news.xml',
    title: 'Two killed as bridge collapses after a week of heavy rain in the north',
    publishedAt: '2026-11-25T08:00:00.000Z',
    authors: ['A. Reporter'],
    summary:
      'Rescue workers searched the river on Wednesday for people who were on the bridge when it gave way, officials said; the road has been closed to lorries since.',
  };
  const source = sourceAt(url);
  if (!source) throw new Error(`${url} is no page.`);
  return { ...source, lane: 'live', item };
}
