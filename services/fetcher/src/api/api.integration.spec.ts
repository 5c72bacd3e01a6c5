import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pooled } from '@tocsin/persistence';
import { HealthRegistry } from '@tocsin/telemetry';
import { AppModule } from '../app.module.js';
import type { Fetcher } from '../fetcher.js';
import { PushDocument } from '../publish/push-document.js';
import { html, NewsSite, rss } from '../testing/news-site.js';
import { Line } from '../testing/replica.js';
import { FeedManagement } from './feed-management.js';

const KEY = 'k'.repeat(20);
const authorization = `Bearer ${KEY}`;
let line: Line;
let site: NewsSite;
let app: NestFastifyApplication;
let fetcher: Fetcher;

beforeEach(async () => {
  site = await NewsSite.start();
  line = await Line.open();
  const { database } = line.test;
  fetcher = line.replica({ allowPrivate: [site.host] });
  const publisher = { publish: async () => undefined };
  const blobs = { put: async () => undefined };
  app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot({
      fetcher,
      feeds: new FeedManagement(fetcher.feeds, database, 600_000),
      documents: new PushDocument(database, publisher, blobs),
      kept: {
        db: pooled(database),
        blobs: {
          ...blobs,
          remove: async (keys) => void removed.push(...keys),
          removeBefore: async () => 0,
        },
      },
      access: { apiKey: KEY, host: '127.0.0.1' },
      health: { registry: new HealthRegistry(), renderMetrics: async () => '' },
    }),
    new FastifyAdapter(),
    { logger: false },
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterEach(async () => {
  await app.close();
  await line.close();
  await site.stop();
});

/** Keys of blobs that were taken out. */
const removed: string[] = [];

async function call(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  payload?: object,
  headers: object = { authorization },
) {
  const response = await app.inject({
    method,
    url: path,
    headers: { ...headers },
    ...(payload ? { payload } : {}),
  });
  const json = String(response.headers['content-type']).includes('json');
  return {
    status: response.statusCode,
    body: (json ? response.json() : {}) as Record<string, unknown>,
    text: response.body,
  };
}
const add = async (url: string, more: object = {}) =>
  (await call('POST', '/v1/feeds', { url, ...more })).body;

describe('feeds by API', () => {
  it('are known by their normal form: adding one twice changes nothing', async () => {
    const first = await call('POST', '/v1/feeds', { url: 'https://News.example/rss?utm_source=x' });
    const again = await call('POST', '/v1/feeds', { url: 'https://news.example:443/rss#top' });
    expect(first).toMatchObject({ status: 200, body: { state: 'active', priority: 0, tags: [] } });
    expect(again.body).toEqual(first.body);
    const { body } = await call('GET', '/v1/feeds', undefined, {});
    expect(body).toEqual({ feeds: [first.body], next: null });
    expect((await call('GET', '/v1/frontier', undefined, {})).body).toEqual({
      pending: 0,
      fetched: 0,
      rejected: 0,
      failed: 0,
      unpolled: 1,
      seen: 0,
    });
  });

  it('have a priority, tags and settings of their own, which can be changed', async () => {
    const settings = { lane: 'live', hostDelayMs: 5_000 };
    const { id } = await add('https://a.org/rss', { tags: ['a', 'b'], priority: 3, settings });
    const changed = await call('PATCH', `/v1/feeds/${id}`, { settings: { recheck: false } });
    expect(changed.body).toMatchObject({
      priority: 3,
      tags: ['a', 'b'],
      settings: { ...settings, recheck: false },
    });
    expect((await call('PATCH', `/v1/feeds/${id}`, { settings: { lane: 'fast' } })).status).toBe(
      400,
    );
    expect((await call('PATCH', `/v1/feeds/${id}`, {})).status).toBe(400);
  });

  it('are found by state, tag and part of their address, page by page', async () => {
    const first = await add('https://a.org/rss', { tags: ['x'] });
    const second = await add('https://b.org/rss', { tags: ['y'], title: 'Harbour News' });
    const ids = async (query: string) =>
      ((await call('GET', `/v1/feeds?${query}`)).body['feeds'] as { id: string }[]).map(
        ({ id }) => id,
      );
    expect(await ids('tag=x')).toEqual([first['id']]);
    expect(await ids('q=HARBOUR')).toEqual([second['id']]);
    expect(await ids('state=paused')).toEqual([]);
    const page = (await call('GET', '/v1/feeds?limit=1')).body;
    expect(page['next']).not.toBeNull();
    expect(await ids(`limit=1&after=${page['next']}`)).toHaveLength(1);
  });

  it('are paused, resumed, polled at once and stopped', async () => {
    const { id } = await add('https://news.example/rss');
    const state = async (verb: string, payload?: object) =>
      (await call('POST', `/v1/feeds/${id}/${verb}`, payload)).body;
    expect(await state('pause', { reason: 'Too noisy.' })).toMatchObject({
      state: 'paused',
      stateReason: 'Too noisy.',
    });
    expect(await state('resume')).toMatchObject({ state: 'active', stateReason: null });
    expect(await state('poll')).toMatchObject({ state: 'active' });
    expect(await state('stop')).toMatchObject({ state: 'stopped' });
    expect((await call('GET', `/v1/feeds/${id}`)).body['quiet']).toMatchObject({
      why: 'It is stopped.',
    });
    for (const verb of ['pause', 'stop', 'poll'])
      expect((await call('POST', `/v1/feeds/unknown/${verb}`)).status).toBe(404);
  });

  it('show what became of their polls, and why they are quiet', async () => {
    site.on('/feed', rss([`${site.origin}/1`, `${site.origin}/gone`]));
    site.on('/gone', (_, response) => void response.writeHead(404).end());
    const { id } = await add(`${site.origin}/feed`);
    fetcher.start();
    await line.drained();
    const { body } = await call('GET', `/v1/feeds/${id}`);
    expect(body).toMatchObject({
      feed: { code: 'OK', title: 'News', kind: 'rss' },
      outcomes: [{ code: 'OK', status: 200, items: 2, fresh: 2 }],
      urls: { pending: 0, fetched: 1, rejected: 0, failed: 1 },
      ends: [{ code: 'ERR_FETCH_NOT_FOUND', urls: 1 }],
    });
    expect((await call('GET', '/v1/feeds/0')).status).toBe(404);
  });

  it('are refused when malformed, or without the key', async () => {
    expect((await call('POST', '/v1/feeds', { url: 'javascript:alert(1)' })).status).toBe(422);
    expect((await call('POST', '/v1/feeds', { url: 'https://a.org/', colour: 'red' })).status).toBe(
      400,
    );
    for (const path of ['', '/probe', '/import', '/x/stop'])
      expect((await call('POST', `/v1/feeds${path}`, { url: 'https://a.org/' }, {})).status).toBe(
        401,
      );
    expect((await call('GET', '/v1/feeds?limit=0')).status).toBe(400);
    expect((await call('GET', '/v1/feeds?sort=url')).status).toBe(400);
  });
});

describe('an address that someone wants to add', () => {
  const probe = async (path: string) =>
    (await call('POST', '/v1/feeds/probe', { url: `${site.origin}${path}` })).body;

  it('is looked at: what it is, what is in it, what robots.txt says', async () => {
    site.on('/feed', rss([`${site.origin}/1`, `${site.origin}/2`]));
    site.on('/robots.txt', 'User-agent: *\nCrawl-delay: 0.1');
    expect(await probe('/feed')).toMatchObject({
      status: 'fetched',
      code: 'OK',
      kind: 'rss',
      title: 'News',
      robots: { allowed: true, crawlDelaySeconds: 0.1 },
      itemCount: 2,
      items: [{ url: `${site.origin}/1` }, { url: `${site.origin}/2` }],
    });
  });

  it('that is a page names the feeds that it knows', async () => {
    site.on('/', (_, response) =>
      html(
        response,
        `<head><link rel="alternate" type="application/rss+xml" title="All" href="/rss"></head><p>x`,
      ),
    );
    site.on('/robots.txt', `Sitemap: ${site.origin}/map.xml`);
    const { kind, candidates } = await probe('/');
    expect((candidates as object[]).at(-1)).toMatchObject({ kind: 'sitemap', by: 'robots' });
    expect(kind).toBe('site');
    expect((candidates as object[])[0]).toMatchObject({ url: `${site.origin}/rss`, title: 'All' });
  });

  it('is refused or fails with a code', async () => {
    site.on('/robots.txt', 'User-agent: *\nDisallow: /secret');
    site.on('/gone', (_, response) => void response.writeHead(404).end());
    site.on('/text', (_, response) => void response.end('nothing of the kind'));
    expect(await probe('/secret')).toMatchObject({ status: 'refused', code: 'ERR_FETCH_ROBOTS' });
    expect(await probe('/gone')).toMatchObject({ status: 'failed', code: 'ERR_FETCH_NOT_FOUND' });
    expect(await probe('/text')).toMatchObject({ status: 'failed', kind: null });
    const { body } = await call('POST', '/v1/feeds/probe', { url: 'http://127.0.0.1:1/' });
    expect(body).toMatchObject({ status: 'refused', code: 'ERR_FETCH_PORT' });
  });
});

describe('feeds as OPML', () => {
  it('come in with their tags, and go out again', async () => {
    const opml = `<opml version="2.0"><body><outline text="World">
      <outline type="rss" text="One" xmlUrl="https://a.org/rss"/>
      <outline type="rss" text="Bad" xmlUrl="javascript:alert(1)"/></outline></body></opml>`;
    const { body } = await call('POST', '/v1/feeds/import', { opml, tags: ['new'] });
    expect(body).toMatchObject({ added: 1, known: 0, refused: [{ url: 'javascript:alert(1)' }] });
    expect((await call('POST', '/v1/feeds/import', { opml })).body).toMatchObject({ known: 1 });
    const exported = await call('GET', '/v1/feeds/export', undefined, {});
    expect(exported.text).toContain('https://a.org/rss');
    const { body: list } = await call('GET', '/v1/feeds');
    expect(list['feeds']).toMatchObject([{ title: 'One', tags: ['World', 'new'] }]);
  });

  it('that are none are refused', async () => {
    expect((await call('POST', '/v1/feeds/import', { opml: 'no' })).status).toBe(422);
  });
});

describe('an erasure', () => {
  it("takes out the bodies of the articles, for whoever has the operators' key", async () => {
    const { database } = line.test;
    await pooled(database).query(
      "INSERT INTO article (id, url, version, content_hash) VALUES ('a1', 'https://news.example/1', 1, 'hash-1')",
    );
    const refused = await call('POST', '/v1/erasures', { articleIds: ['a1'] }, {});
    expect([refused.status, removed]).toEqual([401, []]);
    expect(await call('POST', '/v1/erasures', { articleIds: ['a1'] })).toMatchObject({
      status: 200,
      body: { articles: 1 },
    });
    expect(removed).toEqual(['hash-1']);
    expect((await call('POST', '/v1/erasures', { articleIds: 'a1' })).status).toBe(400);
  });
});
