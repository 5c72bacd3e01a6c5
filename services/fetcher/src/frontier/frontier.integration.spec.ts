import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decode } from '@tocsin/contracts';
import type { OutgoingRecord } from '@tocsin/messaging';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import type { DataSource } from 'typeorm';
import { Fetcher, type FetcherBehaviour } from '../fetcher.js';
import { fetcherMigrations } from './migration.js';
import type { ClaimedPage } from './types.js';

const url = process.env['DATABASE_URL'] ?? '';
const PAGES = 40;
const DELAY_MS = 15;

interface Seen {
  readonly path: string;
  readonly at: number;
}
let server: Server;
let origin = '';
let seen: Seen[] = [];
let slowMs = 0;

/** A site with a feed, a forbidden page and one that is gone. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    seen.push({ path, at: performance.now() });
    const link = (to: string) => `<item><link>${origin}${to}</link></item>`;
    const pages = Array.from({ length: PAGES }, (_, i) => link(`/page/${i}`)).join('');
    if (path === '/robots.txt') response.end('User-agent: *\nDisallow: /secret');
    else if (path === '/feed')
      response.end(`<rss><channel>${pages}${link('/secret')}${link('/gone')}</channel></rss>`);
    else if (path === '/gone') response.writeHead(410).end();
    else
      setTimeout(
        () => response.setHeader('content-type', 'text/html').end(`<p>${path}</p>`),
        slowMs,
      );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

let test: TestDatabase;
let database: DataSource;
let records: OutgoingRecord[] = [];
const replicas: Fetcher[] = [];

beforeEach(async () => {
  test = await openTestDatabase(url, fetcherMigrations);
  database = test.database;
  records = [];
  seen = [];
  slowMs = 0;
});
afterEach(async () => {
  await Promise.all(replicas.splice(0).map((replica) => replica.stop()));
  await test.close();
});

const behaviour: () => FetcherBehaviour = () => ({
  allowPrivate: [origin.slice('http://'.length)],
  concurrency: 4,
  hostDelayMs: DELAY_MS,
  pollIntervalMinMs: 600_000,
  pollIntervalMaxMs: 600_000,
  userAgent: 'TocsinBot/0.1',
  retry: { maxAttempts: 3, baseMs: 20, maxMs: 50 },
});

function replica(
  publish = async (batch: readonly OutgoingRecord[]) => void records.push(...batch),
) {
  const fetcher = new Fetcher(behaviour(), {
    database,
    publisher: { publish },
    blobs: { put: async () => undefined },
    count: () => undefined,
    onError: () => undefined,
  });
  replicas.push(fetcher);
  return fetcher;
}

async function drained(fetcher: Fetcher, timeoutMs = 20_000) {
  const started = performance.now();
  for (;;) {
    const counts = await fetcher.pages.counts();
    if (counts.pending === 0 && counts.unpolled === 0) return counts;
    if (performance.now() - started > timeoutMs) throw new Error(JSON.stringify(counts));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
/** The host rests after the poll: its turn comes in a moment. */
async function firstClaim(fetcher: Fetcher): Promise<ClaimedPage> {
  for (;;) {
    const page = await fetcher.pages.claim();
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
const fetchedUrls = () =>
  records
    .filter((record) => record.topic === 'article-fetched')
    .map((record) => decode('article-fetched', '1', record.value as Buffer).url)
    .sort();
const everyPage = () => Array.from({ length: PAGES }, (_, i) => `${origin}/page/${i}`).sort();

describe('two replicas on one frontier', () => {
  it('fetch every page once, politely, and settle what cannot be had', async () => {
    const [one, two] = [replica(), replica()];
    await one.feeds.add('f'.repeat(32), `${origin}/feed`, 600_000);
    one.start();
    two.start();
    expect(await drained(one)).toEqual({
      pending: 0,
      fetched: PAGES,
      rejected: 1,
      failed: 1,
      unpolled: 0,
    });
    expect(fetchedUrls()).toEqual(everyPage());
    const settled = records
      .filter((record) => record.topic === 'article-settled')
      .map((record) => decode('article-settled', '1', record.value as Buffer))
      .map(({ url: ended, end, code }) => `${ended?.slice(origin.length)} ${end} ${code}`);
    expect(settled.sort()).toEqual([
      '/gone failed ERR_FETCH_NOT_FOUND',
      '/secret rejected ERR_FETCH_ROBOTS',
    ]);
    expect(seen.map(({ path }) => path)).not.toContain('/secret');
    expect(seen.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
    const gaps = seen.slice(1).map(({ at }, i) => at - (seen[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(DELAY_MS - 1);
  }, 40_000);

  it('lose nothing when one dies between publishing and its commit', async () => {
    const [doomed, healthy] = [replica(), replica()];
    await healthy.feeds.add('f'.repeat(32), `${origin}/feed`, 600_000);
    await healthy.poll.next();
    // The claims of a killed process: taken, published perhaps, and never finished.
    const page = await firstClaim(doomed);
    await database.query(
      `UPDATE url SET lease_until = clock_timestamp() + interval '300 ms' WHERE id = '${page.id}'`,
    );
    await database.query(`UPDATE host SET lease_until = clock_timestamp() + interval '300 ms'`);
    healthy.start();
    await drained(healthy);
    expect(fetchedUrls()).toEqual(everyPage());
    // The dead one wakes up after all: its end no longer counts.
    expect(
      await doomed.pages.finish(page, { kind: 'failed', code: 'ERR_FETCH_TLS', reason: 'late' }),
    ).toBe(false);
    expect((await healthy.pages.counts()).fetched).toBe(PAGES);
  }, 40_000);
});

describe('a claim', () => {
  it('can be renewed while it is held, and not after', async () => {
    const fetcher = replica();
    await fetcher.feeds.add('f'.repeat(32), `${origin}/feed`, 600_000);
    await fetcher.poll.next();
    const page = await firstClaim(fetcher);
    const until = async () => {
      const [row] = await database.query(
        `SELECT lease_until AS at FROM url WHERE id = '${page.id}'`,
      );
      return (row as { at: Date }).at.getTime();
    };
    const before = await until();
    await fetcher.pages.renew(page);
    const after = await until();
    expect(after).toBeGreaterThan(before);
    await fetcher.pages.renew({ id: page.id, leaseToken: '0' });
    expect(await until()).toBe(after);
  });
});

describe('a page that cannot be published', () => {
  it('stays due and is not counted as tried', async () => {
    const fetcher = replica(() => Promise.reject(new Error('broker away')));
    await fetcher.feeds.add('f'.repeat(32), `${origin}/feed`, 600_000);
    await fetcher.poll.next();
    while (!(await fetcher.fetch.next())) await new Promise((resolve) => setTimeout(resolve, 20));
    const [row] = await database.query('SELECT attempts, state FROM url WHERE reason IS NOT NULL');
    expect(row).toEqual({ attempts: 0, state: 'pending' });
    expect((await fetcher.pages.counts()).pending).toBe(PAGES + 2);
  });
});

describe('a feed', () => {
  it('that is polled again brings only what is new', async () => {
    const fetcher = replica();
    const feed = await fetcher.feeds.add('f'.repeat(32), `${origin}/feed`, 600_000);
    expect(await fetcher.feeds.add(feed.id, `${origin}/other`, 1)).toEqual(feed);
    await fetcher.poll.next();
    await database.query(
      'UPDATE feed SET next_poll_at = now(); UPDATE host SET next_allowed_at = now()',
    );
    await fetcher.poll.next();
    expect((await fetcher.pages.counts()).pending).toBe(PAGES + 2);
    expect(seen.filter(({ path }) => path === '/feed')).toHaveLength(2);
  });

  it('that is paused is not asked', async () => {
    const fetcher = replica();
    const feed = await fetcher.feeds.add('f'.repeat(32), `${origin}/feed`, 600_000);
    expect((await fetcher.feeds.setState(feed.id, 'paused'))?.state).toBe('paused');
    expect(await fetcher.poll.next()).toBe(false);
    expect(await fetcher.feeds.setState('0'.repeat(32), 'paused')).toBeNull();
    await fetcher.feeds.setState(feed.id, 'active');
    expect(await fetcher.poll.next()).toBe(true);
  });
});
