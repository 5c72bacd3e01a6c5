import { normaliseUrl, urlId } from '@tocsin/feeds';
import { openDatabase, pooled } from '@tocsin/persistence';
import { FeedTable } from '../frontier/feed-table.js';
import { fetcherMigrations } from '../frontier/migration.js';
import type { ClaimedFeed, Discovered, PollEnd } from '../frontier/types.js';

/** The frontier's tables as a bench drives them, with nothing fetched in between. */
export interface FrontierBench {
  /** Adds feeds that are due at once. */
  addFeeds(count: number): Promise<void>;
  /** Claims due feeds, at most so many; none when none is due. */
  claim(most: number): Promise<readonly ClaimedFeed[]>;
  /** Ends their polls, nothing new: each is due again at once, behind all others. */
  finish(feeds: readonly ClaimedFeed[]): Promise<void>;
  /**
   * Ends a poll that found these pages.
   *
   * @returns how many of them were new
   */
  discover(urls: readonly string[]): Promise<number>;
  /** Bytes on disk of every table and index that holds any, by name. */
  sizes(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const UNCHANGED: PollEnd = {
  title: null,
  kind: null,
  etag: '"5f3c-61a0b2c4d5e6f"',
  lastModified: 'Wed, 25 Nov 2026 08:00:00 GMT',
  discovered: [],
  code: 'UNCHANGED',
  reason: '',
  failures: 0,
  intervalMs: HOUR_MS,
  nextPollMs: 0,
  pollTrace: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

/** @param databaseUrl an empty database that may be filled */
export async function openFrontierBench(databaseUrl: string): Promise<FrontierBench> {
  const database = await openDatabase({
    url: databaseUrl,
    schema: 'fetcher',
    migrations: fetcherMigrations,
    entities: [],
  });
  const table = new FeedTable(database);
  const add = (n: number) => {
    const url = `https://www.site-${n}.example/rss/news.xml`;
    return table.add(urlId(url), url, HOUR_MS);
  };
  let finder: ClaimedFeed | null = null;
  return {
    addFeeds: async (count) => {
      for (let n = 0; n < count; n++) await add(n);
    },
    claim: async (most) => {
      const claims = await Promise.all(Array.from({ length: most }, () => table.claim()));
      return claims.filter((feed) => feed !== null);
    },
    finish: async (feeds) => {
      await Promise.all(feeds.map((feed) => table.finish(feed, UNCHANGED)));
    },
    discover: async (urls) => {
      finder ??= await table.claim();
      if (!finder) throw new Error('No feed is due that could find anything: add one first.');
      return table.finish(finder, { ...UNCHANGED, code: 'OK', discovered: urls.map(found) });
    },
    sizes: async () => {
      const relations = await pooled(database).query<{ name: string; bytes: string }>(
        `SELECT c.relname AS name, pg_relation_size(c.oid)::text AS bytes
         FROM pg_class c WHERE c.relnamespace = 'fetcher'::regnamespace AND c.relkind IN ('r', 'i')
           AND pg_relation_size(c.oid) > 0 ORDER BY pg_relation_size(c.oid) DESC`,
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
  return { id: urlId(normaliseUrl(url) ?? url), url, host: new URL(url).host, item };
}
