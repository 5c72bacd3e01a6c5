import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '../api/create-api.js';
import { storeArticleExtracted } from '../handlers/store-article-extracted.handler.js';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { article, killedClaim, revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { applyRights } from './apply-rights.js';

const quiet = { log: () => {}, error: () => {}, warn: () => {} };
const DAY = 86_400_000;
const LONG = ['A first paragraph that says much. '.repeat(20), 'And a second one.'];
let store: StoreDatabase;
let app: NestFastifyApplication;
let keeper: Server;
let isAway: boolean;
let asked: { articleIds: string[]; source?: string }[];
/** What the deduplicator does when it is asked. */
let onErase: (ids: readonly string[]) => Promise<{ incidentId: string; revision: number }[]>;

beforeEach(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  asked = [];
  isAway = false;
  onErase = async () => [];
  keeper = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      if (isAway) return response.writeHead(503).end();
      const parsed = JSON.parse(body) as (typeof asked)[number];
      asked.push(parsed);
      const incidents = parsed.articleIds.length > 0 ? await onErase(parsed.articleIds) : [];
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify({ incidents }));
    })();
  });
  await new Promise<void>((resolve) => keeper.listen(0, '127.0.0.1', resolve));
  const place = {
    url: `http://127.0.0.1:${(keeper.address() as AddressInfo).port}`,
    key: null,
  };
  app = await createApi({
    db: store.db,
    logger: quiet,
    imports: [],
    controllers: [],
    fetcher: place,
    deduplicator: place,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterEach(async () => {
  await app.close();
  keeper.close();
  await store.close();
});

const extract = (...articles: ReturnType<typeof article>[]) =>
  store.apply(
    storeArticleExtracted(() => 5_000),
    ...articles,
  );
const revise = (...records: ReturnType<typeof revised>[]) =>
  store.apply(
    storeIncidentRevised(() => 5_000),
    ...records,
  );
async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  const answer = await app.inject({ method, url, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
}
const shown = async (id: string) => (await call('GET', `/v1/articles/${id}`)).body;
const setRight = (host: string, right: object) =>
  call('PUT', `/v1/rights/${host}`, { note: 'their licence', ...right });

describe("a source's rights", () => {
  it('say how much is kept of what comes, of the site and all below it', async () => {
    await setRight('news.example', { keeps: 'excerpt' });
    await extract(
      article({ articleId: 'short', url: 'https://www.news.example/1', paragraphs: LONG }),
      article({ articleId: 'whole', url: 'https://othernews.example/1', paragraphs: LONG }),
    );
    const short = await shown('short');
    expect(short).toMatchObject({ title: 'Title', textKept: 'excerpt', captions: [] });
    expect(short.paragraphs).toHaveLength(1);
    expect(short.paragraphs[0].length).toBeLessThan(310);
    expect(short.textHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await shown('whole')).toMatchObject({ textKept: 'full', paragraphs: LONG });
  });

  it('let a nearer rule go before a wider one', async () => {
    await setRight('*', { keeps: 'excerpt' });
    await setRight('news.example', { keeps: 'full' });
    await extract(
      article({ articleId: 'a', url: 'https://news.example/1', paragraphs: LONG }),
      article({ articleId: 'b', url: 'https://other.example/1', paragraphs: LONG }),
    );
    await applyRights(store.db, Date.now(), () => false);
    expect([(await shown('a')).textKept, (await shown('b')).textKept]).toEqual(['full', 'excerpt']);
  });

  it('let texts become excerpts when their time is over, and what was there before a rule', async () => {
    const now = 100 * DAY;
    await extract(
      article({ articleId: 'old', version: now - 8 * DAY, paragraphs: LONG }),
      article({ articleId: 'new', version: now - 6 * DAY, paragraphs: LONG }),
      article({
        articleId: 'past',
        url: 'https://strict.example/1',
        paragraphs: LONG,
        version: now - 1,
      }),
    );
    await setRight('news.example', { keeps: 'full', textDays: 7 });
    await setRight('strict.example', { keeps: 'excerpt' });
    await applyRights(store.db, now, () => false);
    expect((await shown('old')).textKept).toBe('excerpt');
    expect((await shown('new')).textKept).toBe('full');
    expect((await shown('past')).paragraphs[0].length).toBeLessThanOrEqual(300);
  });

  it('name the sites of rows that an older release wrote', async () => {
    await extract(article({ paragraphs: LONG }));
    await store.db.query('UPDATE article SET host_key = NULL');
    await setRight('news.example', { keeps: 'excerpt' });
    await applyRights(store.db, Date.now(), () => false);
    expect((await shown('a1')).textKept).toBe('excerpt');
  });

  it('are listed with who set them and why, and can be taken back', async () => {
    await setRight('News.Example', { keeps: 'full', textDays: 30 });
    expect((await call('GET', '/v1/rights')).body.items).toEqual([
      {
        host: 'news.example',
        keeps: 'full',
        textDays: 30,
        note: 'their licence',
        by: 'without a key',
        at: expect.any(String),
      },
    ]);
    expect((await call('DELETE', '/v1/rights/news.example')).status).toBe(204);
    expect((await call('DELETE', '/v1/rights/news.example')).status).toBe(404);
  });

  it.each([
    ['news.example', { keeps: 'some' }],
    ['news.example', { keeps: 'full', textDays: -1 }],
    ['news.example', { keeps: 'full', note: '' }],
    ['news.example', { keeps: 'full', days: 1 }],
    ['a%20b', { keeps: 'full' }],
  ])('are refused for %s: %j', async (host, right) => {
    expect((await setRight(host, right)).status).toBe(400);
  });

  it('leave claims of what is no longer there undecided, not false', async () => {
    const { incident } = revised();
    await revise(revised({ claims: [killedClaim('a1', 'second', 700)] }));
    await setRight('news.example', { keeps: 'excerpt' });
    await extract(article({ paragraphs: LONG }));
    const { body } = await call('GET', `/v1/incidents/${incident.incidentId}/evidence`);
    expect(body.items[0].stands).toBeNull();
  });
});

describe('an erasure', () => {
  const reason = 'the subject asked for it';
  const source = (articleId: string) => ({
    articleId,
    url: `https://news.example/${articleId}`,
    title: `Secret of ${articleId}`,
    siteName: null,
    publishedAt: null,
    syndicationId: articleId,
    mentionIds: [],
  });

  async function ended(id: string) {
    for (let tries = 0; tries < 300; tries += 1) {
      const { body } = await call('GET', `/v1/operations/${id}`);
      if (body.state !== 'running') return body;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('Waited in vain.');
  }
  /** All that the store keeps of articles and incidents, as text. */
  async function everything() {
    const texts = [];
    for (const table of ['article', 'article_end', 'incident', 'incident_revision'])
      texts.push(JSON.stringify(await store.db.query(`SELECT * FROM ${table}`)));
    return texts.join('\n');
  }

  beforeEach(async () => {
    await extract(
      article({ articleId: 'a1', title: 'Secret of a1', url: 'https://news.example/a1' }),
      article({ articleId: 'a2', title: 'Secret of a2', url: 'https://www.news.example/a2' }),
      article({ articleId: 'b1', title: 'Title of b1', url: 'https://other.example/b1' }),
    );
    await revise(
      revised({ incidentId: 'i1', revision: 1, sources: [source('a1')] }),
      revised({ incidentId: 'i1', revision: 2, sources: [source('a2')] }),
    );
    // The deduplicator tells the incident anew, and its word arrives a little later.
    onErase = async () => {
      const revision = 3 + asked.length;
      setTimeout(() => void revise(revised({ incidentId: 'i1', revision, sources: [] })), 50);
      return [{ incidentId: 'i1', revision }];
    };
  });

  it('is previewed and takes nothing out then', async () => {
    const preview = await call('POST', '/v1/erasures/preview', { source: 'news.example' });
    expect(preview.body).toEqual({
      articles: 2,
      incidents: 1,
      titles: ['Secret of a1', 'Secret of a2'],
    });
    expect(asked).toEqual([]);
    expect(await everything()).toContain('Secret of a1');
  });

  it('of an article leaves nothing of it in any table, is kept with who and why, and lasts', async () => {
    const { status, body } = await call('POST', '/v1/erasures', { article: 'a1', reason });
    expect(status).toBe(202);
    expect(await ended(body.id)).toMatchObject({
      kind: 'erasure',
      state: 'done',
      by: 'without a key',
      reason,
      request: { article: 'a1' },
      counts: { articles: 1, incidents: 1, revisions: 1 },
    });
    expect(asked).toEqual([{ articleIds: ['a1'] }, { articleIds: ['a1'] }]);
    const left = await everything();
    expect(left).not.toContain('Secret of a1');
    expect(left).toContain('Secret of a2');
    expect(await shown('a1')).toMatchObject({ title: null, paragraphs: [], textKept: 'none' });
    const { body: history } = await call('GET', '/v1/incidents/i1/revisions');
    expect(
      history.items.map((each: { incident: { revision: number } }) => each.incident.revision),
    ).toEqual([2, 4, 5]);

    await extract(article({ articleId: 'a1', version: 9_000, title: 'Secret of a1' }));
    expect(await everything()).not.toContain('Secret of a1');
    expect((await call('GET', '/v1/articles')).body.items).toHaveLength(2);
  });

  it('of a source takes out all of it, and refuses what comes of it later', async () => {
    const { body } = await call('POST', '/v1/erasures', { source: 'news.example', reason });
    expect(await ended(body.id)).toMatchObject({ state: 'done', counts: { articles: 2 } });
    expect(asked[0]).toEqual({ articleIds: [], source: 'news.example' });
    expect(await everything()).not.toContain('Secret');
    expect(await everything()).toContain('Title of b1');
    await extract(
      article({ articleId: 'a3', title: 'Secret of a3', url: 'https://live.news.example/a3' }),
    );
    expect(await everything()).not.toContain('Secret');
  });

  it('that another keeper does not do says so, and goes on when it is asked for again', async () => {
    isAway = true;
    const { body } = await call('POST', '/v1/erasures', { article: 'a1', reason });
    const failed = await ended(body.id);
    expect(failed).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('did not erase'),
    });
    expect(failed.error).toContain('Ask for it again');
    isAway = false;
    const again = await call('POST', '/v1/erasures', { article: 'a1', reason });
    expect((await ended(again.body.id)).state).toBe('done');
    expect(await everything()).not.toContain('Secret of a1');
  });

  it.each([{ article: 'a1' }, { reason }, { article: 'a1', source: 'x.y', reason }])(
    'needs more than %j',
    async (request) => {
      expect((await call('POST', '/v1/erasures', request)).status).toBe(400);
    },
  );
});
