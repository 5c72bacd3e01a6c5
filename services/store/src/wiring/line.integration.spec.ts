import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { currentVersion, provisioning, type TopicName } from '@tocsin/contracts';
import {
  contractCodec,
  InMemoryBroker,
  outboxEncoder,
  systemEnvironment,
  type OutgoingRecord,
} from '@tocsin/messaging';
import { KafkaTransport } from '@tocsin/messaging-kafka';
import {
  createTransactionMiddleware,
  OutboxRelay,
  pooled,
  PositionStore,
} from '@tocsin/persistence';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import type { DataSource } from 'typeorm';
import { createApi } from '../api/create-api.js';
import { migrations } from '../migrations/index.js';
import { article, revised, settled, verdict } from '../testing/records.js';
import { MessagesController } from './messages.controller.js';
import { SERVICE, topology } from './topology.js';

const url = process.env['DATABASE_URL'] ?? '';
const quiet = { log: () => {}, error: () => {}, warn: () => {}, info: () => {} };
let test: TestDatabase;
let database: DataSource;
let broker: InMemoryBroker;
let relay: OutboxRelay;
let app: NestFastifyApplication;

beforeEach(async () => {
  test = await openTestDatabase(url, migrations);
  database = test.database;
  broker = new InMemoryBroker({ maxRecordBytes: 1_000_000, now: Date.now });
  for (const { name } of provisioning()) broker.createTopic(name, 1);
  relay = new OutboxRelay({ database, publisher: broker, onError: () => {} }, { pollMs: 20 });
  const stateful = {
    transaction: createTransactionMiddleware(
      database,
      outboxEncoder(SERVICE, contractCodec, Date.now),
    ),
    position: new PositionStore(pooled(database)),
  };
  const strategy = new KafkaTransport(topology(stateful, Date.now), {
    broker,
    codec: contractCodec,
    environment: systemEnvironment(quiet),
    assertReady: async () => undefined,
  });
  app = await createApi({
    db: pooled(database),
    logger: quiet,
    imports: [],
    controllers: [MessagesController],
  });
  app.connectMicroservice({ strategy });
  await app.startAllMicroservices();
  await app.init();
  relay.start();
});
afterEach(async () => {
  await relay.stop();
  await app.close();
  await test.close();
});

const record = (topic: TopicName, key: string, value: unknown): OutgoingRecord => ({
  topic,
  key,
  value: Buffer.from(JSON.stringify(value)),
  headers: {
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    'schema-version': String(currentVersion(topic)),
  },
});

async function untilEnds(count: number): Promise<Record<string, unknown>[]> {
  for (let tries = 0; tries < 400; tries += 1) {
    const rows = await database.query(
      'SELECT url_id, version::int, stage, ending FROM article_end ORDER BY url_id, stage',
    );
    if (rows.length >= count) return rows;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('Waited in vain.');
}

describe('the store on its topics', () => {
  it('stores an article with its incidents, tells so, and hears itself', async () => {
    await broker.publish([
      record('article-extracted', 'a1', article()),
      record('incident-revised', 'i1', revised()),
      record('article-deduplicated', 'a1', verdict()),
      record('article-settled', 'a0', settled({ urlId: 'a0' })),
    ]);
    expect(await untilEnds(2)).toEqual([
      { url_id: 'a0', version: 1_000, stage: 'extractor', ending: 'rejected' },
      { url_id: 'a1', version: 1_000, stage: 'store', ending: 'stored' },
    ]);
    const { body } = await app.inject({ url: '/v1/articles/a1' });
    expect(JSON.parse(body).ends[0].traceparent).toContain('0af7651916cd43dd8448eb211c80319c');
    expect((await app.inject({ url: '/v1/incidents/i1' })).statusCode).toBe(200);
  });

  it('dead-letters a record that breaks its contract, says so, and goes on', async () => {
    await broker.publish([
      record('article-extracted', 'bad', { version: 7 }),
      record('article-extracted', 'a1', article()),
      record('article-deduplicated', 'a1', verdict()),
    ]);
    expect(await untilEnds(2)).toEqual([
      { url_id: 'a1', version: 1_000, stage: 'store', ending: 'stored' },
      { url_id: 'bad', version: 7, stage: 'store', ending: 'dead-lettered' },
    ]);
  });
});
