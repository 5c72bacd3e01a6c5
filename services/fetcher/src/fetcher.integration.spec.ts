import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DELAY_MS, Line } from './testing/replica.js';
import { html, NewsSite, rss } from './testing/news-site.js';

const PAGES = 40;
let site: NewsSite;
let line: Line;

beforeEach(async () => {
  site = await NewsSite.start();
  line = await Line.open();
});
afterEach(async () => {
  await line.close();
  await site.stop();
});

const replica = (behaviour = {}) => line.replica({ allowPrivate: [site.host], ...behaviour });
const links = (n = PAGES) => Array.from({ length: n }, (_, i) => `${site.origin}/page/${i}`);
const urls = () => line.fetched().map(({ url }) => url);

describe('two replicas on one frontier', () => {
  it('fetch every page once, politely, and settle what cannot be had', async () => {
    site
      .on('/robots.txt', 'User-agent: *\nDisallow: /secret')
      .on('/gone', (_, response) => void response.writeHead(410).end())
      .on('/feed', rss([...links(), `${site.origin}/secret`, `${site.origin}/gone`]));
    const both = [replica(), replica()];
    await line.addFeed(`${site.origin}/feed`);
    for (const one of both) one.start();
    expect(await line.drained()).toMatchObject({ fetched: PAGES, rejected: 1, failed: 1 });
    expect(urls().sort()).toEqual(links().sort());
    expect(
      line
        .settled()
        .map(({ url, end, code }) => `${url} ${end} ${code}`)
        .sort(),
    ).toEqual([
      `${site.origin}/gone failed ERR_FETCH_NOT_FOUND`,
      `${site.origin}/secret rejected ERR_FETCH_ROBOTS`,
    ]);
    expect(site.paths).not.toContain('/secret');
    expect(site.paths.filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(site.smallestGap()).toBeGreaterThanOrEqual(DELAY_MS - 1);
    expect(line.errors).toEqual([]);
  }, 40_000);

  it('keep to what the site asks for: its crawl delay, its Retry-After', async () => {
    let busy = true;
    site
      .on('/robots.txt', 'User-agent: TocsinBot\nCrawl-delay: 0.2')
      .on('/feed', rss(links(3)))
      .on('/page/1', (_, response) => {
        if (!busy) return html(response, '<p>1</p>');
        busy = false;
        response.writeHead(503, { 'retry-after': '1' }).end();
      });
    replica().start();
    await line.addFeed(`${site.origin}/feed`);
    expect(await line.drained()).toMatchObject({ fetched: 3 });
    expect(site.smallestGap()).toBeGreaterThanOrEqual(199);
    const refused = site.paths.indexOf('/page/1');
    const next = (site.seen[refused + 1]?.at ?? 0) - (site.seen[refused]?.ended ?? 0);
    expect(next).toBeGreaterThanOrEqual(990);
  }, 40_000);
});

describe('a second poll', () => {
  it('echoes validators byte for byte and brings only what is new', async () => {
    const etag = 'W/"odd, \\"value"';
    const modified = 'Tue,  01 Nov 2022 00:00:00 GMT';
    let news = 2;
    site.on('/feed', (request, response) => {
      response.setHeader('etag', etag).setHeader('last-modified', modified);
      if (request.headers['if-none-match'] === etag && news === 2) response.writeHead(304).end();
      else response.end(rss(links(news)));
    });
    const one = replica();
    one.start();
    const feed = await line.addFeed(`${site.origin}/feed`);
    const polled = (times: number) => async () =>
      (await one.feeds.polls(feed.id, 10)).length >= times;
    await line.drained();
    await line.hurry();
    await line.until(polled(2));
    news = 3;
    await line.hurry();
    await line.until(polled(3));
    await line.drained();
    const asked = site.seen.filter(({ path }) => path === '/feed');
    for (const { headers } of asked.slice(1))
      expect(headers).toMatchObject({ 'if-none-match': etag, 'if-modified-since': modified });
    const outcomes = await one.feeds.polls(feed.id, 10);
    expect(outcomes.map(({ code, fresh }) => [code, fresh]).reverse()).toEqual([
      ['OK', 2],
      ['UNCHANGED', 0],
      ['OK', 1],
    ]);
    expect(urls()).toHaveLength(3);
  }, 40_000);
});

describe('an article', () => {
  it('is read again on its schedule: a change is a new version, no change is nothing', async () => {
    let text = 'first';
    site.on('/feed', rss(links(1))).on('/page/0', (request, response) => {
      const etag = `"${text}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else html(response.setHeader('etag', etag), `<p>${text}</p>`);
    });
    replica({ recheckHours: [1, 2, 3] }).start();
    await line.addFeed(`${site.origin}/feed`);
    const asked = (times: number) => () =>
      site.paths.filter((path) => path === '/page/0').length >= times;
    await line.until(asked(1));
    await line.drained();
    await line.hurry();
    await line.until(asked(2));
    await line.drained();
    expect(line.fetched()).toHaveLength(1);
    text = 'second';
    // The end of the fetch before may be on its way.
    await line.until(async (counts) => {
      await line.hurry();
      return counts.pending === 0 && asked(3)();
    });
    await line.until(() => line.fetched().length === 2);
    const [first, second] = line.fetched();
    expect(second?.articleId).toBe(first?.articleId);
    expect(second?.version).toBeGreaterThan(first?.version ?? 0);
  }, 40_000);

  it('that redirects within a resting host comes to its end', async () => {
    site
      .on('/feed', rss([`${site.origin}/old`]))
      .on('/old', (_, response) => void response.writeHead(302, { location: '/new' }).end());
    replica().start();
    await line.addFeed(`${site.origin}/feed`, { settings: { hostDelayMs: 300 } });
    await line.drained();
    expect(urls()).toEqual([`${site.origin}/new`]);
    expect(site.smallestGap()).toBeGreaterThanOrEqual(DELAY_MS - 1);
  }, 40_000);

  it('that cannot be published stays due and is not counted as tried', async () => {
    site.on('/feed', rss(links(2)));
    const publish = () => Promise.reject(new Error('broker away'));
    line.replica({ allowPrivate: [site.host] }, publish).start();
    await line.addFeed(`${site.origin}/feed`);
    const rows = () =>
      line.test.db.query('SELECT attempts, state, reason FROM url WHERE reason IS NOT NULL');
    await line.until(async () => (await rows()).length === 2);
    for (const row of await rows())
      expect(row).toEqual({ attempts: 0, state: 'pending', reason: 'broker away' });
  }, 40_000);
});

describe('history', () => {
  it('goes its own way and never before what is new', async () => {
    const old = (n: number) =>
      [`${site.origin}/old/${n}`, 'Mon, 06 Jan 2020 10:00:00 GMT'] as const;
    const items = [...Array.from({ length: 5 }, (_, n) => old(n)), ...links(5)];
    site.on('/feed', rss(items));
    replica().start();
    await line.addFeed(`${site.origin}/feed`);
    await line.drained();
    expect(line.fetched('article-fetched-backfill')).toHaveLength(5);
    expect(urls()).toHaveLength(5);
    const order = site.paths.filter((path) => /^\/(old|page)\//.test(path));
    expect(order.slice(0, 5).every((path) => path.startsWith('/page/'))).toBe(true);
  }, 40_000);
});

describe('a feed', () => {
  it('that has moved for good is asked at its new place', async () => {
    site
      .on('/feed', (_, response) => void response.writeHead(301, { location: '/new-feed' }).end())
      .on('/new-feed', rss(links(1)));
    const one = replica();
    one.start();
    const { id } = await line.addFeed(`${site.origin}/feed`);
    await line.drained();
    expect(await one.feeds.get(id)).toMatchObject({
      url: `${site.origin}/new-feed`,
      movedFrom: `${site.origin}/feed`,
    });
  }, 40_000);

  it('that is gone is parked with its reason', async () => {
    site.on('/feed', (_, response) => void response.writeHead(410).end());
    const one = replica();
    one.start();
    const { id } = await line.addFeed(`${site.origin}/feed`);
    await line.until(async () => (await one.feeds.get(id))?.state === 'parked');
    expect((await one.feeds.get(id))?.stateReason).toMatch('410');
  }, 40_000);

  it('can be a sitemap index with its sitemaps, or a front page', async () => {
    const xmlns = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
    const loc = (path: string) => `<loc>${site.origin}${path}</loc>`;
    site
      .on(
        '/index.xml',
        `<sitemapindex ${xmlns}><sitemap>${loc('/news.xml')}</sitemap></sitemapindex>`,
      )
      .on('/news.xml', `<urlset ${xmlns}><url>${loc('/from-sitemap')}</url></urlset>`)
      .on('/', (_, response) =>
        html(
          response,
          `<html><body><main><h2><a href="/2026/03/20/council-votes-for-a-new-bridge.html">Council votes
           for a new bridge across the river after years of debate</a></h2></main></body></html>`,
        ),
      );
    const one = replica();
    one.start();
    await line.addFeed(`${site.origin}/index.xml`);
    await line.addFeed(`${site.origin}/`);
    await line.until(({ fetched, pending }) => pending === 0 && fetched === 2);
    const kinds = (await one.feeds.list({ limit: 10, after: '' })).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['site', 'sitemap', 'sitemap-index']);
    expect(line.fetched('article-fetched-backfill').map(({ url }) => url)).toEqual([
      `${site.origin}/from-sitemap`,
    ]);
  }, 40_000);
});

describe('a source that is stopped', () => {
  it('is asked for nothing more, and what it had queued ends as source-stopped', async () => {
    site.on('/feed', rss(links(PAGES)));
    const one = replica({ hostDelayMs: 50 });
    one.start();
    const { id } = await line.addFeed(`${site.origin}/feed`);
    await line.until(({ fetched }) => fetched >= 3);
    const { stopSource } = await import('./frontier/stop-source.js');
    await stopSource(line.test.database, id, 'Not ours.');
    const asked = site.seen.length;
    const counts = await line.until(({ pending }) => pending === 0);
    // What was on its way when it was stopped may still have come.
    expect(site.seen.length - asked).toBeLessThanOrEqual(1);
    expect(counts.fetched + counts.rejected).toBe(PAGES);
    expect(line.settled()).toHaveLength(counts.rejected);
    expect(new Set(line.settled().map(({ code }) => code))).toEqual(new Set(['source-stopped']));
  }, 40_000);
});

describe('hosts that never answer', () => {
  it('don’t keep others waiting, though they are more than there are places', async () => {
    site.on('/feed', rss(links(20)));
    const silent = await Promise.all(
      Array.from({ length: 12 }, (_, i) => NewsSite.start(`127.0.1.${i + 1}`)),
    );
    for (const one of silent) one.otherwise(() => undefined).on('/robots.txt', () => undefined);
    const all = [site, ...silent].map(({ host }) => host);
    line.replica({ allowPrivate: all, concurrency: 4 }).start();
    for (const { origin } of silent) await line.addFeed(`${origin}/feed`);
    await line.until(() => silent.filter(({ seen }) => seen.length > 0).length >= 4);
    const started = performance.now();
    await line.addFeed(`${site.origin}/feed`);
    await line.until(({ fetched }) => fetched === 20);
    // Far below the silent hosts' own deadline of 30 s.
    expect(performance.now() - started).toBeLessThan(8_000);
    for (const one of silent) await one.stop();
  }, 60_000);
});
