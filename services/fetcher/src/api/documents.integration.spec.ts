import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { decode, type ArticleFetched } from '@tocsin/contracts';
import type { OutgoingRecord } from '@tocsin/messaging';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { fetcherMigrations } from '../frontier/migrations.js';
import { API_KEY, serveDocuments } from '../testing/pushes.js';

const url = process.env['DATABASE_URL'] ?? '';
const authorization = `Bearer ${API_KEY}`;
let test: TestDatabase;
let app: NestFastifyApplication;
let records: OutgoingRecord[];
let batches: number;
let publishing: () => Promise<void>;

beforeEach(async () => {
  test = await openTestDatabase(url, fetcherMigrations);
  records = [];
  batches = 0;
  publishing = async () => undefined;
  app = await serveDocuments(test.database, {
    publish: async (batch) => {
      await publishing();
      records.push(...batch);
      batches += 1;
    },
  });
});
afterEach(async () => {
  await app.close();
  await test.close();
});

async function post(path: string, payload: object | string, headers: object = { authorization }) {
  const response = await app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });
  const body = response.json() as Record<string, unknown>;
  return { status: response.statusCode, headers: response.headers, body };
}

const valueOf = (record: OutgoingRecord | undefined) =>
  decode('article-fetched', '1', record?.value as Buffer) as ArticleFetched;

describe('a pushed document', () => {
  const document = {
    url: 'https://a.org/1',
    title: 'T',
    html: '<p>news</p>',
    publishedAt: '2022-01-06',
  };
  const push = (body: object, key?: string) =>
    post('/v1/documents', body, { authorization, ...(key ? { 'idempotency-key': key } : {}) });

  it('is published as if fetched', async () => {
    const answer = await push(document);
    expect(answer).toMatchObject({ status: 202, body: { status: 'accepted' } });
    expect(records[0]?.topic).toBe('article-fetched');
    expect(valueOf(records[0])).toMatchObject({
      articleId: answer.body['articleId'],
      url: 'https://a.org/1',
      lane: 'live',
      headers: { 'content-type': 'text/html; charset=utf-8' },
      feedItem: { title: 'T', publishedAt: '2022-01-06' },
    });
  });

  it('is published once for a key, and a key serves one document only', async () => {
    const first = await push(document, 'k1');
    const again = await push(document, 'k1');
    expect(again.body).toEqual({ ...first.body, status: 'repeated' });
    expect((await push({ ...document, html: 'other' }, 'k1')).status).toBe(422);
    expect(records).toHaveLength(1);
  });

  it('that says nothing new is not published, a changed one is, with a higher version', async () => {
    const first = await push(document);
    expect((await push(document)).body).toMatchObject({ status: 'unchanged' });
    const changed = await push({ ...document, html: '<p>more news</p>' });
    expect(Number(changed.body['version'])).toBeGreaterThan(Number(first.body['version']));
    expect(records).toHaveLength(2);
  });

  it('of history goes by its lane, of the time at which it was fetched', async () => {
    const old = { lane: 'backfill', fetchedAt: '2016-08-26T11:00:00Z' };
    const { body } = await push({ ...document, ...old });
    expect(body['version']).toBe(Date.UTC(2016, 7, 26, 11));
    expect(records[0]?.topic).toBe('article-fetched-backfill');
    expect(valueOf(records[0])).toMatchObject({
      lane: 'backfill',
      fetchedAt: '2016-08-26T11:00:00.000Z',
    });
    const newer = await push({ ...document, html: 'newer' });
    const late = await push({ ...document, html: 'older', ...old });
    expect(late.body).toEqual({ ...newer.body, status: 'outdated' });
    expect(records).toHaveLength(2);
  });

  it('makes the same record again when a crash came between publishing and noting it', async () => {
    const old = { ...document, fetchedAt: '2016-08-26T11:00:00Z' };
    await push(old, 'k1');
    await test.db.query('TRUNCATE article, pushed_document');
    await push(old, 'k1');
    expect(records.map(({ headers }) => headers['ce_id'])).toEqual([
      records[0]?.headers['ce_id'],
      records[0]?.headers['ce_id'],
    ]);
  });

  it('may be bytes, which stay what they are', async () => {
    const base64 = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]).toString('base64');
    const contentType = 'text/html; charset=windows-1251';
    await push({ url: document.url, base64, contentType });
    expect(valueOf(records[0]).headers).toEqual({ 'content-type': contentType });
  });

  it('is refused without exactly one body, and without the key', async () => {
    expect((await push({ url: 'https://a.org/1' })).status).toBe(422);
    expect((await push({ ...document, text: 'x' })).status).toBe(422);
    expect((await push({ ...document, url: 'ftp://a.org/' })).status).toBe(422);
    expect((await push({ ...document, lane: 'fast' })).status).toBe(400);
    expect((await post('/v1/documents', document, {})).status).toBe(401);
    expect((await post('/v1/documents/batch', [document], {})).status).toBe(401);
    expect(records).toEqual([]);
  });

  it('is refused with a size that no page has', async () => {
    const text = 'x'.repeat(10 * 1024 * 1024 + 1);
    expect(await push({ url: document.url, text })).toMatchObject({
      status: 413,
      body: { code: 'ERR_PUSH_TOO_LARGE' },
    });
    expect((await push({ url: document.url, text: text + text })).status).toBe(413);
  });
});

describe('a batch of documents', () => {
  const batch = (documents: unknown) => post('/v1/documents/batch', documents as object);
  const page = (n: number, more: object = {}) => ({
    url: `https://a.org/${n}`,
    text: `News ${n}`,
    idempotencyKey: `k${n}`,
    ...more,
  });

  it('is published at once, and each document has its answer', async () => {
    const { status, body } = await batch([page(1), page(2), page(3)]);
    expect(status).toBe(202);
    expect(body['results']).toMatchObject([1, 2, 3].map(() => ({ status: 'accepted' })));
    expect([records.length, batches]).toEqual([3, 1]);
  });

  it('that is sent again changes nothing', async () => {
    const first = await batch([page(1), page(2)]);
    const again = await batch([page(1), page(2), page(3)]);
    const [one, two] = first.body['results'] as object[];
    expect(again.body['results']).toMatchObject([
      { ...one, status: 'repeated' },
      { ...two, status: 'repeated' },
      { status: 'accepted' },
    ]);
    expect(records).toHaveLength(3);
  });

  it('takes the good ones whatever the others are', async () => {
    const { status, body } = await batch([
      page(1, { url: 'ftp://a.org/' }),
      page(2),
      { url: 'https://a.org/3', colour: 'red' },
      null,
      page(4, { html: 'two bodies' }),
      page(2, { text: 'another' }),
    ]);
    expect(status).toBe(202);
    const results = body['results'] as { status?: string; error?: { code: string } }[];
    expect(results.map(({ status: how, error }) => how ?? error?.code)).toEqual([
      'ERR_PUSH_URL',
      'accepted',
      'ERR_API_REQUEST',
      'ERR_API_REQUEST',
      'ERR_PUSH_BODY',
      'ERR_PUSH_KEY_REUSED',
    ]);
    expect(records).toHaveLength(1);
  });

  it('knows a document that it holds twice, and takes a changed one as the next version', async () => {
    const [a, b] = [page(1), page(1, { text: 'changed', idempotencyKey: 'other' })];
    const { body } = await batch([a, a, b]);
    const results = body['results'] as { status: string; version: number }[];
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'repeated', 'accepted']);
    expect(results[2]?.version).toBeGreaterThan(results[0]?.version as number);
    const [article] = await test.db.query('SELECT version::float8 AS version FROM article');
    expect(article).toEqual({ version: results[2]?.version });
  });

  it('has 1 to 100 documents', async () => {
    const wrong = { status: 422, body: { code: 'ERR_PUSH_BATCH' } };
    expect(await batch([])).toMatchObject(wrong);
    expect(await batch({ documents: [] })).toMatchObject(wrong);
    expect(await batch(Array.from({ length: 101 }, (_, n) => page(n)))).toMatchObject(wrong);
    expect((await batch(Array.from({ length: 100 }, (_, n) => page(n)))).status).toBe(202);
  });

  it('leaves nothing behind when the broker does not take it', async () => {
    publishing = () => Promise.reject(new Error('no broker'));
    expect((await batch([page(1)])).status).toBe(500);
    expect(await test.db.query('SELECT id FROM article')).toEqual([]);
    publishing = async () => undefined;
    expect((await batch([page(1)])).body['results']).toMatchObject([{ status: 'accepted' }]);
  });

  it('is asked to come back when enough is in hand, and is taken then', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    publishing = () => held;
    const of = (from: number) => Array.from({ length: 100 }, (_, n) => page(from * 100 + n));
    const inHand = [1, 2, 3, 4].map((n) => batch(of(n)));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const busy = await batch([page(1)]);
    expect(busy).toMatchObject({ status: 429, body: { code: 'ERR_PUSH_BUSY' } });
    expect(busy.headers['retry-after']).toBe('1');
    release();
    expect((await Promise.all(inHand)).map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect((await batch([page(1)])).status).toBe(202);
  });
});
