import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Queryable } from '@tocsin/persistence';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { insertDiscovered } from './discover.js';
import { FeedTable } from './feed-table.js';
import { finishPages } from './finish-pages.js';
import { finishPolls } from './finish-polls.js';
import { keepHouse } from './housekeeping.js';
import { lowerDue } from './host-due.js';
import { fetcherMigrations } from './migrations.js';
import { releaseHosts, restIdle } from './release-hosts.js';
import { settleStopped, stopSource, type StoppedUrl } from './stop-source.js';
import type { ClaimedFeed, ClaimedPage, ClaimedWork, Lane, PageEnd, PollEnd } from './types.js';
import { WorkQueue } from './work-queue.js';

let test: TestDatabase;
let db: Queryable;
let queue: WorkQueue;
let feeds: FeedTable;

beforeEach(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL'], fetcherMigrations);
  db = test.db;
  queue = new WorkQueue(db);
  feeds = new FeedTable(test.database);
});
afterEach(() => test.close());

const hex = (n: number | string) => String(n).padStart(32, '0');
const page = (n: number, host = 'a.org', lane: Lane = 'live') => ({
  id: hex(n),
  url: `https://${host}/${n}`,
  host,
  lane,
  item: { feedUrl: 'f', title: null, publishedAt: null, authors: [], summary: null },
});
const source = (n: string, host = 'a.org') => ({ id: hex(n), url: `https://${host}/f${n}`, host });

/** Pages of a feed that isn't due itself. */
async function discover(
  pages: readonly ReturnType<typeof page>[],
  priority = 0,
  feedId = hex('f'),
) {
  await db.query(
    `INSERT INTO feed (id, url_id, url, host, interval_ms, next_poll_at)
     VALUES ($1, $1, 'https://feeds.org/', 'feeds.org', 1000, 'infinity') ON CONFLICT DO NOTHING`,
    [feedId],
  );
  const fresh = await test.transact(({ tx }) =>
    insertDiscovered(tx, [{ feedId, priority, pages, pollTrace: null }]),
  );
  return fresh.get(feedId) ?? 0;
}

/** Of hosts of both kinds, unless one is named. */
async function claim(limit = 10, lane: Lane = 'live', kinds = [true, false]): Promise<ClaimedWork> {
  const all = { feeds: [], pages: [], idle: [] } as {
    [K in keyof ClaimedWork]: ClaimedWork[K][number][];
  };
  for (const slow of kinds) {
    const left = limit - all.feeds.length - all.pages.length;
    const work = left > 0 ? await queue.claim({ limit: left, lane, slow }) : all;
    if (work === all) continue;
    all.feeds.push(...work.feeds);
    all.pages.push(...work.pages);
    all.idle.push(...work.idle);
  }
  return all;
}
const release = (work: ClaimedWork, delayMs = 0, failed = false) =>
  releaseHosts(
    db,
    [...work.pages, ...work.feeds].map(({ hostLease: lease }) => ({
      lease,
      delayMs,
      report: { tookMs: 1, failed },
    })),
  );
const paths = (work: ClaimedWork) => work.pages.map(({ url }) => new URL(url).pathname);
const fetched: PageEnd = {
  kind: 'fetched',
  stored: null,
  articleId: hex('a'),
  recheckMs: null,
  etag: '"1"',
  lastModified: null,
};
const again = (afterMs: number): PageEnd => ({
  kind: 'again',
  code: 'ERR_FETCH_TIMEOUT',
  reason: 'slow',
  afterMs,
  counted: true,
  resumeUrl: null,
});
const finish = (one: ClaimedPage, end: PageEnd) => finishPages(db, [{ page: one, end }]);
const polled = (more: Partial<PollEnd> = {}): PollEnd => ({
  code: 'OK',
  reason: '',
  status: 200,
  tookMs: 5,
  title: 'T',
  kind: 'rss',
  bodyHash: 'h',
  memory: { hints: null, published: [] },
  etag: null,
  lastModified: null,
  discovered: [],
  sources: [],
  failures: 0,
  counted: true,
  movedTo: null,
  parkedFor: null,
  pollTrace: null,
  next: () => ({ intervalMs: 60_000, why: 'because', afterMs: 60_000 }),
  ...more,
});
const endPoll = (feed: ClaimedFeed, end: PollEnd) => finishPolls(test.database, [{ feed, end }]);
const rowOf = async (id: number) =>
  (
    await db.query<{ state: string; code: string; due: boolean }>(
      `SELECT state, code, next_attempt_at IS NOT NULL AS due FROM url WHERE id = $1`,
      [hex(id)],
    )
  )[0];

describe('one host', () => {
  it('is given to one worker at a time, and rests as long as it is told', async () => {
    await discover([page(1), page(2)]);
    const first = await claim();
    expect(first.pages).toHaveLength(1);
    expect((await claim()).pages).toEqual([]);
    await release(first, 50);
    expect((await claim()).pages).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await claim()).pages).toHaveLength(1);
  });

  it('is given to one of many who ask at the same time', async () => {
    await discover(Array.from({ length: 20 }, (_, i) => page(i)));
    const all = await Promise.all(Array.from({ length: 8 }, () => claim(5)));
    expect(all.flatMap(paths)).toHaveLength(1);
  });

  it('is not kept by a renewal that comes after its release', async () => {
    await discover([page(1), page(2)]);
    const first = await claim();
    await release(first);
    await db.query(
      `UPDATE host SET free_at = 'infinity' WHERE host = 'a.org' AND lease_token = $1`,
      [first.pages[0]?.hostLease.token],
    );
    expect((await claim()).pages).toHaveLength(1);
  });

  it('rests longer each time that it fails, until it answers', async () => {
    await discover([page(1), page(2), page(3)]);
    const rest = async (failed: boolean) => {
      await db.query(`UPDATE host SET free_at = '-infinity'; `);
      const work = await claim();
      await finish(work.pages[0] as ClaimedPage, again(0));
      await release(work, 1_000, failed);
      const [host] = await db.query<{ rest: number; slow: boolean }>(
        `SELECT extract(epoch FROM free_at - clock_timestamp())::float8 AS rest, slow FROM host
         WHERE host = 'a.org'`,
      );
      return host as { rest: number; slow: boolean };
    };
    const rests = [await rest(true), await rest(true), await rest(true), await rest(false)];
    expect(rests.map(({ rest }) => Math.ceil(rest))).toEqual([1, 2, 4, 1]);
    expect(rests.map(({ slow }) => slow)).toEqual([true, true, true, false]);
  });

  it('is claimed apart while it never answered, or was slow', async () => {
    await discover([page(1), page(2), page(3, 'b.org')]);
    await db.query(`UPDATE host SET slow = false WHERE host = 'b.org'`);
    expect(paths(await claim(10, 'live', [false]))).toEqual(['/3']);
    expect(paths(await claim(10, 'live', [true]))).toHaveLength(1);
  });

  it('takes its feeds and its pages in turn', async () => {
    await feeds.add(source('1'), 1_000);
    await feeds.add(source('2'), 1_000);
    await discover([page(1), page(2)]);
    const kinds: string[] = [];
    for (let round = 0; round < 4; round++) {
      const work = await claim();
      kinds.push(work.feeds.length > 0 ? 'feed' : 'page');
      for (const one of work.feeds) await endPoll(one, polled());
      for (const one of work.pages) await finish(one, fetched);
      await release(work);
    }
    expect(kinds.filter((kind) => kind === 'feed')).toHaveLength(2);
  });

  it('that has nothing due after all is given back and found again when there is', async () => {
    await test.transact(({ tx }) => lowerDue(tx, [{ host: 'a.org', lane: 'live', afterMs: 0 }]));
    const { idle } = await claim();
    expect(idle).toHaveLength(1);
    await restIdle(test.database, idle);
    expect((await claim()).idle).toEqual([]);
    await discover([page(1)]);
    expect((await claim()).pages).toHaveLength(1);
  });
});

describe('what is taken first', () => {
  it('is live news; history only when it is asked for', async () => {
    await discover([page(1, 'a.org', 'backfill'), page(2, 'b.org', 'live')]);
    expect(paths(await claim())).toEqual(['/2']);
    expect(paths(await claim(10, 'backfill'))).toEqual(['/1']);
  });

  it('is what has the higher priority, among the pages of one host', async () => {
    await discover([page(1)], -10, hex('low'.replace(/\D/g, '0') + '1'));
    await discover([page(2)], 10, hex('2'));
    expect(paths(await claim())).toEqual(['/2']);
  });
});

describe('a page', () => {
  const one = async () => (await claim()).pages[0] as ClaimedPage;

  it('is discovered once, also when it has left the queue long ago', async () => {
    expect(await discover([page(1), page(2)])).toBe(2);
    expect(await discover([page(1), page(3)])).toBe(1);
    await db.query(
      `UPDATE url SET state = 'fetched', next_attempt_at = NULL, settled_at = now() - interval '8 days'
       WHERE id = $1`,
      [hex(1)],
    );
    expect(await keepHouse(db)).toMatchObject({ urls: 1 });
    expect(await rowOf(1)).toBeUndefined();
    expect(await discover([page(1), page(4)])).toBe(1);
  });

  it('is taken up by another when its worker died', async () => {
    await discover([page(1)]);
    const dead = await one();
    await db.query(`UPDATE url SET next_attempt_at = now(); `);
    await db.query(`UPDATE host SET free_at = now(), live_due_at = now()`);
    const heir = await one();
    expect(heir.id).toBe(dead.id);
    expect(await finish(dead, fetched)).toEqual([false]);
    expect(await rowOf(1)).toMatchObject({ state: 'pending' });
    expect(await finish(heir, fetched)).toEqual([true]);
    expect(await rowOf(1)).toMatchObject({ state: 'fetched', due: false });
  });

  it('that is to be tried again is due then, and its host knows', async () => {
    await discover([page(1)]);
    const work = await claim();
    await release(work);
    await finish(work.pages[0] as ClaimedPage, again(400));
    const early = await claim();
    expect(early.pages).toEqual([]);
    await restIdle(test.database, early.idle);
    expect(await claim()).toEqual({ feeds: [], pages: [], idle: [] });
    await new Promise((resolve) => setTimeout(resolve, 420));
    expect(await one()).toMatchObject({ attempts: 1 });
  });

  it('is read again with its validators, and what was stored stays when that fails', async () => {
    await discover([page(1)]);
    const work = await claim();
    await release(work);
    await finish(work.pages[0] as ClaimedPage, { ...fetched, recheckMs: 0 });
    const second = await one();
    expect(second).toMatchObject({ again: true, rechecks: 0, etag: '"1"', attempts: 0 });
    await finish(second, {
      kind: 'kept',
      code: 'ERR_FETCH_NOT_FOUND',
      reason: 'gone',
      recheckMs: null,
    });
    expect(await rowOf(1)).toMatchObject({
      state: 'fetched',
      code: 'ERR_FETCH_NOT_FOUND',
      due: false,
    });
  });

  it('goes on at the host that its redirect led to', async () => {
    await discover([page(1)]);
    const work = await claim();
    await finish(
      work.pages[0] as ClaimedPage,
      { ...again(0), resumeUrl: 'https://b.org/moved' } as PageEnd,
    );
    const next = await one();
    expect(next).toMatchObject({ resumeUrl: 'https://b.org/moved', url: 'https://a.org/1' });
    expect(next.hostLease.host).toBe('b.org');
  });
});

describe('a feed', () => {
  const one = async () => (await claim()).feeds[0] as ClaimedFeed;

  it('is remembered with what became of it', async () => {
    await feeds.add(source('1'), 1_000, { tags: ['x'], settings: { lane: 'live' } });
    const feed = await one();
    expect(feed).toMatchObject({ known: false, history: [], settings: { lane: 'live' } });
    expect(await endPoll(feed, polled({ discovered: [page(1), page(2)] }))).toEqual([2]);
    expect(await feeds.get(feed.id)).toMatchObject({
      title: 'T',
      kind: 'rss',
      code: 'OK',
      intervalMs: 60_000,
      intervalWhy: 'because',
      tags: ['x'],
    });
    expect(await feeds.polls(feed.id, 5)).toMatchObject([{ items: 2, fresh: 2, status: 200 }]);
    expect(await feeds.urls(feed.id)).toEqual({ pending: 2, fetched: 0, rejected: 0, failed: 0 });
  });

  it('learns from its polls: they come with the next claim', async () => {
    await feeds.add(source('1'), 1_000);
    const work = await claim();
    await endPoll(work.feeds[0] as ClaimedFeed, polled({ discovered: [page(1, 'b.org')] }));
    await release(work);
    await feeds.pollNow(hex('1'));
    const next = await claim(10);
    expect(next.feeds[0]).toMatchObject({ known: true, history: [{ fresh: 1 }] });
  });

  it('keeps its id when it moves, and is parked when it moves onto another', async () => {
    await feeds.add(source('1'), 1_000);
    await endPoll(await one(), polled({ movedTo: source('9', 'b.org') }));
    expect(await feeds.get(hex('1'))).toMatchObject({
      url: 'https://b.org/f9',
      movedFrom: 'https://a.org/f1',
    });
    expect((await feeds.add(source('9', 'b.org'), 1_000)).added).toBe(false);
    await feeds.add(source('2', 'c.org'), 1_000);
    const work = await claim(10);
    const second = work.feeds.find(({ id }) => id === hex('2')) as ClaimedFeed;
    await endPoll(second, polled({ movedTo: source('9', 'b.org') }));
    expect(await feeds.get(hex('2'))).toMatchObject({ state: 'parked' });
  });

  it('that is parked or paused is not polled, until it is resumed', async () => {
    await feeds.add(source('1'), 1_000);
    const work = await claim();
    const gone = polled({ code: 'ERR_FETCH_NOT_FOUND', failures: 1, parkedFor: 'Gone.' });
    await endPoll(work.feeds[0] as ClaimedFeed, gone);
    await release(work);
    await db.query(`UPDATE feed SET next_poll_at = now()`);
    expect((await claim()).feeds).toEqual([]);
    expect(await feeds.get(hex('1'))).toMatchObject({ state: 'parked', stateReason: 'Gone.' });
    await feeds.setState(hex('1'), 'active', null);
    await db.query(`UPDATE host SET free_at = now()`);
    expect(await one()).toMatchObject({ id: hex('1'), failures: 0 });
  });

  it('adds the sitemaps that it names, with its own settings', async () => {
    await feeds.add(source('1'), 1_000, { tags: ['archive'], priority: 3 });
    const sources = [source('2', 'b.org'), source('3', 'b.org')];
    await endPoll(await one(), polled({ kind: 'sitemap-index', sources }));
    expect(await feeds.get(hex('2'))).toMatchObject({ tags: ['archive'], priority: 3 });
    expect((await claim()).feeds).toHaveLength(1);
  });
});

describe('a source that is stopped', () => {
  it('asks for nothing more, and what it had queued comes to its end', async () => {
    await discover([page(1), page(2), page(3, 'b.org')]);
    const work = await claim(1);
    const inHand = work.pages[0] as ClaimedPage;
    await stopSource(test.database, hex('f'), 'Not ours.');
    expect((await claim()).pages).toEqual([]);
    expect(await queue.renewPage(inHand)).toBe(false);
    const told: StoppedUrl[] = [];
    const settle = () =>
      settleStopped(test.database, async (stopped) => void told.push(...stopped));
    expect(await settle()).toBe(2);
    expect(told.map(({ id }) => id)).not.toContain(inHand.id);
    await finish(inHand, again(0));
    expect(await settle()).toBe(1);
    expect(await settle()).toBe(0);
    expect(await rowOf(1)).toEqual({ state: 'rejected', code: 'source-stopped', due: false });
    expect(await feeds.get(hex('f'))).toMatchObject({ state: 'stopped', stateReason: 'Not ours.' });
  });

  it('stays unsettled while its ends can’t be told', async () => {
    await discover([page(1)]);
    await stopSource(test.database, hex('f'), null);
    const down = () => Promise.reject(new Error('no broker'));
    await expect(settleStopped(test.database, down)).rejects.toThrow('no broker');
    expect(await rowOf(1)).toMatchObject({ state: 'stopping' });
  });

  it('lets a page that was fetched meanwhile count as fetched', async () => {
    await discover([page(1)]);
    const inHand = (await claim()).pages[0] as ClaimedPage;
    await stopSource(test.database, hex('f'), null);
    await finish(inHand, { ...fetched, recheckMs: 1_000 });
    expect(await rowOf(1)).toMatchObject({ state: 'fetched', due: false });
  });
});
