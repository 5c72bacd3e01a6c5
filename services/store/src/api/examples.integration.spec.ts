import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { encode } from '@tocsin/contracts';
import { AddressPolicy, Poster } from '@tocsin/fetching';
import { runExample, type ExampleLine, type RunningExample } from '@tocsin/testing';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { Courier } from '../webhooks/courier.js';
import { newSecret } from '../webhooks/secret.js';
import { createWebhook, readWebhook } from '../webhooks/webhook-table.js';
import { CHANGES } from '../webhooks/webhook.js';
import { createApi } from './create-api.js';

const quiet = { log: () => {}, error: () => {}, warn: () => {} };
const handler = storeIncidentRevised(Date.now);
let store: StoreDatabase;
let app: NestFastifyApplication;
const ending: (() => Promise<void>)[] = [];

beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  app = await createApi({ db: store.db, logger: quiet, imports: [], controllers: [] });
  await app.listen(0, '127.0.0.1');
});
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});
afterAll(async () => {
  await app.close();
  await store.close();
});

function run(file: string, env: NodeJS.ProcessEnv): RunningExample {
  const example = runExample(file, env);
  ending.push(() => example.stop());
  return example;
}

function courierTo(host: string): void {
  const poster = new Poster(new AddressPolicy([host]), 'spec');
  const sending = { poster, now: Date.now, count: () => undefined };
  const courier = new Courier(
    { ...sending, db: store.db, random: () => 0, onError: () => undefined },
    { pollMs: 20, atOnce: 5, leaseMs: 20_000, scheduleMs: Array<number>(100).fill(100) },
  );
  courier.start();
  ending.push(async () => {
    await courier.stop();
    await poster.close();
  });
}

interface Taken {
  readonly type: string;
  readonly data: ReturnType<typeof revised>;
}
const taken = ({ message }: ExampleLine) => message as Taken | undefined;
const tells = (id: string) => (line: ExampleLine) => taken(line)?.data.incident.incidentId === id;

describe('the webhook receiver', () => {
  it('takes what is signed for it, once, over a restart, and each message meets its schema', async () => {
    const WEBHOOK_SECRET = newSecret();
    const env = { WEBHOOK_SECRET, PORT: '0' };
    const first = run('webhook-receiver.ts', env);
    const { listening } = (await first.until((line) => 'listening' in line)) as {
      listening: string;
    };
    const { host, port } = new URL(listening);
    const draft = { url: listening, queryId: null, changes: CHANGES };
    const { view } = await createWebhook(store.db, draft, Date.now());
    await store.db.query('UPDATE webhook SET secret = $1', [WEBHOOK_SECRET]);
    courierTo(host);
    await store.apply(handler, revised({ incidentId: 'w1' }));
    await first.until(tells('w1'));
    await first.stop();

    await store.apply(handler, revised({ incidentId: 'w2' }), revised({ incidentId: 'w3' }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const second = run('webhook-receiver.ts', { ...env, PORT: port });
    await second.until(tells('w3'));
    const messages = [first, second].flatMap(({ lines }) =>
      lines.flatMap((one) => taken(one) ?? []),
    );
    expect(messages.map(({ data }) => data.incident.incidentId)).toEqual(['w1', 'w2', 'w3']);
    for (const { type, data } of messages) {
      expect(type).toBe('incident.created');
      expect(() => encode('incident-revised', data)).not.toThrow();
    }
    expect((await readWebhook(store.db, view.id))?.state).toBe('active');

    const forged = await fetch(listening, {
      method: 'POST',
      body: '{}',
      headers: {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(Date.now() / 1_000)),
        'webhook-signature': 'v1,AAAA',
      },
    });
    expect(forged.status).toBe(401);
  }, 90_000);
});

describe('the follower over HTTP', () => {
  it('begins with the snapshot, goes on by the stream, and says that the line is alive', async () => {
    await store.apply(handler, revised({ incidentId: 'f1' }), revised({ incidentId: 'f2' }));
    const example = run('follow-live.ts', { STORE_URL: await app.getUrl() });
    const begun = await example.until(({ event }) => event === 'begun');
    expect(begun['incidents']).toBeGreaterThanOrEqual(2);
    await example.until(({ event }) => event === 'alive');
    await store.apply(
      handler,
      revised({ incidentId: 'f1', revision: 2 }),
      revised({ incidentId: 'f2', revision: 2, lifecycle: 'retracted' }),
      revised({ incidentId: 'f3' }),
    );
    const about = (event: string, id: string) => (line: ExampleLine) =>
      line['event'] === event &&
      (line['incident'] as { incidentId: string } | undefined)?.incidentId === id;
    await example.until(about('held', 'f1'));
    await example.until(about('dropped', 'f2'));
    const { incident } = await example.until(about('held', 'f3'));
    expect(() => encode('incident-updated', incident as never)).not.toThrow();
  }, 90_000);
});
