import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Consumption,
  deadLetter,
  PermanentError,
  type InMemoryBroker,
  type StatelessSubscription,
} from '@tocsin/messaging';
import type { GroupTopic } from '@tocsin/messaging-kafka';
import { deadLetterOf, memoryBroker } from '@tocsin/messaging-kafka/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createApi } from '../api/create-api.js';
import { storeArticleSettled } from '../handlers/store-article-settled.handler.js';
import { openapiText } from '../openapi/openapi-text.js';
import { settled } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { lineOn } from './line.js';

const KEY = 'k'.repeat(20);
const quiet = { log: () => {}, error: () => {}, warn: () => {} };
const [FIRST, SECOND, THIRD] = [
  'article-fetched/extractor/0/0',
  'article-fetched/extractor/0/1',
  'article-settled/store/0/0',
];
let store: StoreDatabase;
let app: NestFastifyApplication;
let broker: InMemoryBroker;
let places: readonly GroupTopic[];
const placeOf = (name: string) => places.find(({ topic }) => topic === name) as GroupTopic;

beforeEach(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  broker = memoryBroker();
  const line = lineOn(broker);
  places = line.readings;
  app = await createApi({
    db: store.db,
    logger: quiet,
    imports: [],
    controllers: [],
    line,
    http: {
      operatorKey: KEY,
      read: 'open',
      host: '0.0.0.0',
      corsOrigins: [],
      requestsPerMinute: 10_000,
    },
  });
  await app.init();
  await broker.publish([
    deadLetterOf(placeOf('article-fetched'), '<script>alarm()</script>', 'POISON'),
    deadLetterOf(placeOf('article-fetched'), Buffer.from([0xff, 0])),
    deadLetterOf(placeOf('article-settled'), 'x'.repeat(70_000), 'SCHEMA'),
  ]);
});
afterEach(async () => {
  await app.close();
  await broker.close();
  await store.close();
});

async function call(
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
  key: string | null = KEY,
) {
  const headers = key === null ? {} : { authorization: `Bearer ${key}` };
  const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json(), type: answer.headers['content-type'] };
}
const get = (url: string) => call('GET', url);
const ids = (items: { id: string }[]) => items.map(({ id }) => id);

async function ended(id: string) {
  for (let tries = 0; tries < 200; tries += 1) {
    const { body } = await get(`/v1/operations/${id}`);
    if (body.state !== 'running') return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('Waited in vain.');
}
const sentTo = (name: string) => broker.read(placeOf(name).retryTopics[0] ?? '');

describe('dead letters', () => {
  it('are listed with why, where and when, page by page', async () => {
    const { body } = await get('/v1/dead-letters?limit=2');
    expect(body).toMatchObject({ nextCursor: THIRD, scanned: 3 });
    expect(body.items[0]).toEqual({
      id: FIRST,
      topic: 'article-fetched',
      group: 'extractor',
      class: 'POISON',
      exception: 'ERR_SPEC',
      message: expect.stringContaining('cannot do'),
      origin: { topic: 'article-fetched', partition: 1, offset: 7 },
      deliveries: 1,
      redrives: 0,
      firstFailedAt: '1970-01-01T00:00:01.000Z',
      lastFailedAt: '1970-01-01T00:00:01.000Z',
      traceId: '0af7651916cd43dd8448eb211c80319c',
      key: 'key',
      redrivenAt: null,
    });
    const rest = await get(`/v1/dead-letters?cursor=${encodeURIComponent(body.nextCursor)}`);
    expect([ids(rest.body.items), rest.body.nextCursor]).toEqual([[THIRD], null]);
    expect(ids((await get('/v1/dead-letters?class=SCHEMA')).body.items)).toEqual([THIRD]);
  });

  it('are shown with their payload: text as text, bytes in base64, no more than can be looked at', async () => {
    const first = await get(`/v1/dead-letters/${FIRST}`);
    expect(first.type).toContain('application/json');
    expect(first.body).toMatchObject({
      value: '<script>alarm()</script>',
      headers: { mark: 'm', 'x-dlq-class': 'POISON' },
      isCut: false,
    });
    expect((await get(`/v1/dead-letters/${SECOND}`)).body.value).toEqual({ base64: '/wA=' });
    const third = (await get(`/v1/dead-letters/${THIRD}`)).body;
    expect([third.isCut, third.value.length]).toEqual([true, 65_536]);
    const gone = await get('/v1/dead-letters/article-fetched/extractor/0/99');
    expect([gone.status, gone.body.code]).toEqual([404, 'ERR_API_NOT_FOUND']);
  });

  it.each([
    ['/v1/dead-letters?topic=article-fetched&group=store', 400, 'ERR_OPERATING_PLACE'],
    ['/v1/dead-letters?odd=1', 400, 'ERR_API_QUERY'],
    ['/v1/dead-letters/a/b/c/d', 400, 'ERR_OPERATING_ID'],
  ])('refuse %s', async (url, status, code) => {
    const refused = await get(url);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });

  it('are for operators alone, as fuses and operations are', async () => {
    for (const url of [
      '/v1/dead-letters',
      `/v1/dead-letters/${FIRST}`,
      '/v1/fuses',
      '/v1/operations',
    ])
      expect((await call('GET', url, undefined, null)).status).toBe(401);
    expect((await call('GET', '/v1/pipeline', undefined, null)).status).toBe(200);
  });
});

describe('a redrive', () => {
  const reason = 'the parser is mended';

  it('is previewed by reason and sends nothing then', async () => {
    const preview = await call('POST', '/v1/dead-letters/redrive/preview', {
      filter: { topic: 'article-fetched' },
    });
    expect(preview.body).toEqual({
      count: 2,
      sentBefore: 0,
      withoutWayBack: 0,
      isComplete: true,
      byReason: ['POISON', 'PERMANENT'].map((each) => ({
        topic: 'article-fetched',
        group: 'extractor',
        class: each,
        code: 'ERR_SPEC',
        count: 1,
      })),
    });
    expect(sentTo('article-fetched')).toEqual([]);
  });

  it('sends what the filter means once, and is kept with who, when, why and how many', async () => {
    const request = { filter: { group: 'extractor' }, rate: 1_000, reason };
    const { status, body } = await call('POST', '/v1/dead-letters/redrive', request);
    expect([status, body.state]).toEqual([202, 'running']);
    const operation = await ended(body.id);
    expect(operation).toMatchObject({
      kind: 'redrive',
      by: "the operator's key",
      reason,
      request: { filter: { group: 'extractor' }, again: false, rate: 1_000 },
      state: 'done',
      counts: { sent: 2, sentBefore: 0 },
      error: null,
    });
    expect(sentTo('article-fetched').map(({ value }) => value)).toEqual([
      Buffer.from('<script>alarm()</script>'),
      Buffer.from([0xff, 0]),
    ]);
    expect((await get('/v1/operations?kind=redrive')).body.items).toEqual([operation]);
    const [first] = (await get('/v1/dead-letters')).body.items;
    expect(Date.parse(first.redrivenAt)).toBeGreaterThan(0);

    const again = await call('POST', '/v1/dead-letters/redrive', request);
    expect((await ended(again.body.id)).counts).toEqual({ sent: 0, sentBefore: 2 });
    const named = { ids: [FIRST], reason };
    await ended((await call('POST', '/v1/dead-letters/redrive', named)).body.id);
    expect(sentTo('article-fetched')).toHaveLength(3);
    expect(sentTo('article-settled')).toEqual([]);
  });

  it('goes no faster than it is told, one at a time, and stops with the store', async () => {
    const request = { filter: { topic: 'article-fetched' }, rate: 1, reason };
    const { body } = await call('POST', '/v1/dead-letters/redrive', request);
    const second = await call('POST', '/v1/dead-letters/redrive', request);
    expect([second.status, second.body.code]).toEqual([409, 'ERR_REDRIVE_RUNNING']);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await app.close();
    expect(sentTo('article-fetched')).toHaveLength(1);
    const [row] = await store.db.query<{ state: string; error: string }>(
      'SELECT state, error FROM operation WHERE id = $1',
      [body.id],
    );
    expect(row).toEqual({ state: 'failed', error: 'The store was stopped meanwhile.' });
  });

  it('of which nothing is heard for a minute is said to be interrupted', async () => {
    await store.db.query(
      `INSERT INTO operation (id, kind, by_name, reason, request, begun_ms, heard_ms)
       VALUES ('lost', 'redrive', 'x', 'y', '{}', 1000, 1000)`,
    );
    expect((await get('/v1/operations/lost')).body.state).toBe('interrupted');
  });

  it.each([{}, { reason }, { filter: { group: 'store' } }])(
    'needs more than %j',
    async (request) => {
      const refused = await call('POST', '/v1/dead-letters/redrive', request);
      expect([refused.status, refused.body.code]).toEqual([400, 'ERR_API_QUERY']);
      expect((await get('/v1/operations')).body.items).toEqual([]);
    },
  );
});

describe('a fuse', () => {
  const sleep = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
  const codec = { encode: () => Buffer.from(''), decode: () => ({}), schemaVersion: () => '1' };

  it('is shown while it is blown, released with a reason, and whole then', async () => {
    const environment = {
      clock: { now: Date.now, sleep },
      random: () => 0,
      log: { info() {}, warn() {}, error() {} },
    };
    const subscription: StatelessSubscription<object> = {
      topic: 'article-fetched',
      group: 'extractor',
      options: { maxRecords: 1, fuse: { inARow: 2, share: 1 } },
      handler: async (messages) =>
        messages.map(() => deadLetter('PERMANENT', new PermanentError('ERR_SPEC', 'no'))),
    };
    const consumption = new Consumption<object>(subscription, broker, codec, environment);
    await broker.subscribe(consumption.request);
    const record = {
      topic: 'article-fetched',
      key: 'k',
      value: Buffer.from('{}'),
      headers: {},
      partition: 0,
    };
    await broker.publish([record, record]);
    while ((await get('/v1/fuses')).body.items.length === 0) await sleep();
    const [fuse] = (await get('/v1/fuses')).body.items;
    expect(fuse).toMatchObject({ group: 'extractor', partition: 0, offset: 2, inARow: 2 });
    const { group, physicalTopic, partition } = fuse;
    const release = { group, physicalTopic, partition, reason: 'mended' };
    const { status, body } = await call('POST', '/v1/fuses/release', release);
    expect([status, body.state, body.counts]).toEqual([200, 'done', { offset: 2 }]);
    while ((await get('/v1/fuses')).body.items.length > 0) await sleep();
    const again = await call('POST', '/v1/fuses/release', release);
    expect([again.status, again.body.code]).toEqual([409, 'ERR_OPERATING_FUSE_WHOLE']);
    const odd = await call('POST', '/v1/fuses/release', { group, reason: 'x' });
    expect(odd.status).toBe(400);
  });
});

describe('the pipeline', () => {
  it('tells what waits at each stage and since when, what was given up, and what went wrong', async () => {
    await store.apply(storeArticleSettled(Date.now), settled({ at: new Date().toISOString() }));
    const record = { topic: 'article-extracted', key: 'k', value: Buffer.from('{}'), headers: {} };
    await broker.publish([record]);
    const { body } = await get('/v1/pipeline');
    const stages = Object.fromEntries(
      body.stages.map((each: { stage: string }) => [each.stage, each]),
    );
    expect(Object.keys(stages)).toEqual(['fetch', 'extract', 'deduplicate', 'store']);
    expect(stages.extract).toMatchObject({
      lag: 0,
      lagSeconds: 0,
      deadLetters: 2,
      blownFuses: 0,
      troubles: { rejected: 1, failed: 0, deadLettered: 0 },
    });
    expect(stages.store).toMatchObject({ lag: 1, deadLetters: 1, perMinute: null });
    expect(stages.store.lagSeconds).toBeGreaterThan(1_000_000_000);
  });
});

describe('what the description says of these answers', () => {
  it('holds', async () => {
    const { components } = JSON.parse(await openapiText());
    const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true } });
    const answers = {
      DeadLetterPage: '/v1/dead-letters',
      DeadLetter: `/v1/dead-letters/${SECOND}`,
      Pipeline: '/v1/pipeline',
      Operations: '/v1/operations',
    };
    await call('POST', '/v1/dead-letters/redrive', { ids: [FIRST], reason: 'x' });
    for (const [name, url] of Object.entries(answers)) {
      const isValid = ajv.compile({ $ref: `#/components/schemas/${name}`, components });
      expect([name, isValid((await get(url)).body), isValid.errors]).toEqual([name, true, null]);
    }
  });
});
