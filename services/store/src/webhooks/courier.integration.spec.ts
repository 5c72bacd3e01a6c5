import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AddressPolicy, Poster } from '@tocsin/fetching';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { startReceiver, verify, type Answering, type Receiver } from '../testing/receiver.js';
import { revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { Courier, type CourierSettings } from './courier.js';
import { listDeliveries } from './delivery-reader.js';
import { changeWebhook, createWebhook, readWebhook, rotateSecret } from './webhook-table.js';
import { CHANGES, type WebhookDraft } from './webhook.js';

const FAST: CourierSettings = {
  pollMs: 10,
  atOnce: 5,
  leaseMs: 2_000,
  scheduleMs: [10, 10, 10, 10],
};
const START = { transaction: '1', id: '0' };
const handler = storeIncidentRevised(() => 7_000);
let store: StoreDatabase;
const ending: (() => Promise<unknown>)[] = [];
const errors: unknown[] = [];

beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
});
afterAll(() => store.close());
beforeEach(async () => {
  errors.length = 0;
  await store.db.query('DELETE FROM webhook');
  await store.db.query('DELETE FROM change');
});
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
  expect(errors).toEqual([]);
});

async function receiver(answering?: Answering): Promise<Receiver> {
  const started = await startReceiver(answering);
  ending.push(() => started.close());
  return started;
}

/** A courier as one instance of the store has it. */
function courier(hosts: readonly string[], settings: Partial<CourierSettings> = {}): Courier {
  const poster = new Poster(new AddressPolicy(hosts), 'spec', { deadlineMs: 1_000 });
  const started = new Courier(
    {
      db: store.db,
      poster,
      now: Date.now,
      random: () => 0,
      count: () => undefined,
      onError: (error) => errors.push(error),
    },
    { ...FAST, ...settings },
  );
  started.start();
  ending.push(async () => {
    await started.stop();
    await poster.close();
  });
  return started;
}

const webhook = (url: string, draft: Partial<WebhookDraft> = {}) =>
  createWebhook(store.db, { url, queryId: null, changes: CHANGES, after: START, ...draft }, 5_000);

async function write(...ids: string[]): Promise<string[]> {
  for (const incidentId of ids) await store.apply(handler, revised({ incidentId }));
  return ids.map((id) => `${id}/1`);
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 800; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Waited in vain.');
}

const told = ({ taken }: Receiver) => taken.map(({ told }) => told);
const stateOf = async (id: string) => (await readWebhook(store.db, id))?.state;
const deliveries = async (id: string) => (await listDeliveries(store.db, id, {})).items;

describe('a webhook', () => {
  it('is told of every change once and in order, signed, by whichever instance', async () => {
    const hook = await receiver();
    const { secret } = await webhook(hook.url);
    const expected = await write(...Array.from({ length: 30 }, (_, n) => `once-${n}`));
    courier([hook.host]);
    courier([hook.host]);
    courier([hook.host]);
    await until(() => hook.taken.length >= expected.length);
    expected.push(...(await write('later')));
    await until(() => hook.taken.length >= expected.length);
    expect(told(hook)).toEqual(expected);
    const [first] = hook.taken;
    expect(verify(secret, first!)).toMatchObject({
      type: 'incident.created',
      timestamp: '1970-01-01T00:00:07.000Z',
      data: { change: 'created', incident: { incidentId: 'once-0' } },
    });
    expect(first?.id).toMatch(/^msg_[0-9a-f]{32}$/);
  }, 60_000);

  it('misses nothing while its receiver fails, breaks and comes back, and keeps the order', async () => {
    let n = 0;
    // Fails in one way or another twice for each that it takes.
    const hook = await receiver(() => [503, undefined, 204][n++ % 3]);
    const { view } = await webhook(hook.url);
    const expected = await write('f1', 'f2', 'f3', 'f4');
    courier([hook.host]);
    await until(() => hook.taken.length >= expected.length);
    expect(told(hook)).toEqual(expected);
    expect(hook.received).toHaveLength(12);
    expect(new Set(hook.received.map(({ id }) => id)).size).toBe(4);
    await until(async () =>
      (await deliveries(view.id)).every(({ state }) => state === 'delivered'),
    );
    expect((await deliveries(view.id)).map(({ attempts, code }) => [attempts, code])).toEqual(
      Array(4).fill([3, 'OK']),
    );
  }, 60_000);

  it('goes on where an instance died in the middle', async () => {
    const hook = await receiver();
    const { view } = await webhook(hook.url);
    const expected = await write('d1', 'd2');
    // It took the webhook and was never heard of again.
    await store.db.query(
      `UPDATE webhook SET lease_token = 7, lease_until = clock_timestamp() + interval '700 ms' WHERE id = $1`,
      [view.id],
    );
    courier([hook.host]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(hook.taken).toEqual([]);
    await until(() => hook.taken.length >= expected.length);
    expect(told(hook)).toEqual(expected);
  }, 60_000);

  it('signs with both secrets after a rotation', async () => {
    const hook = await receiver();
    const { view, secret } = await webhook(hook.url);
    const fresh = (await rotateSecret(store.db, view.id, Date.now())) as string;
    await write('r1');
    courier([hook.host]);
    await until(() => hook.taken.length > 0);
    for (const one of [secret, fresh]) expect(() => verify(one, hook.taken[0]!)).not.toThrow();
  }, 60_000);

  it('that is paused is told nothing, and all when it goes on', async () => {
    const hook = await receiver();
    const { view } = await webhook(hook.url);
    await changeWebhook(store.db, view.id, { state: 'paused' });
    const expected = await write('p1');
    courier([hook.host]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(hook.received).toEqual([]);
    await changeWebhook(store.db, view.id, { state: 'active' });
    await until(() => hook.taken.length > 0);
    expect(told(hook)).toEqual(expected);
  }, 60_000);
});

describe('a message that waits', () => {
  it('is given up when it is no longer among what is told of', async () => {
    let status = 500;
    const hook = await receiver(() => status);
    const { view } = await webhook(hook.url);
    await write('unwanted');
    courier([hook.host], { scheduleMs: [60_000, 60_000] });
    await until(async () => (await deliveries(view.id))[0]?.attempts === 1);
    await changeWebhook(store.db, view.id, { changes: ['retracted'] });
    await until(async () => (await deliveries(view.id))[0]?.state === 'dead');
    expect((await deliveries(view.id))[0]).toMatchObject({ code: 'ERR_WEBHOOK_PASSED' });
    status = 204;
    await store.apply(handler, {
      ...revised({ incidentId: 'unwanted', revision: 2 }),
      change: 'retracted',
    });
    await until(() => hook.taken.length > 0);
    expect(told(hook)).toEqual(['unwanted/2']);
  }, 60_000);
});

describe('a receiver', () => {
  it('that says 410 is left alone, and told what waited when an operator says so', async () => {
    let status = 410;
    const hook = await receiver(() => status);
    const { view } = await webhook(hook.url);
    const expected = await write('g1', 'g2');
    courier([hook.host]);
    await until(async () => (await stateOf(view.id)) === 'disabled');
    expect(await readWebhook(store.db, view.id)).toMatchObject({ code: 'ERR_WEBHOOK_GONE' });
    expect(hook.received).toHaveLength(1);
    status = 204;
    await changeWebhook(store.db, view.id, { state: 'active' });
    await until(() => hook.taken.length >= 2);
    expect(told(hook)).toEqual(expected);
  }, 60_000);

  it('that refuses one message keeps nothing else up', async () => {
    const hook = await receiver(({ told }) => (told === 'b1/1' ? 422 : 204));
    const { view } = await webhook(hook.url);
    await write('b1', 'b2');
    courier([hook.host]);
    await until(() => hook.taken.length > 0);
    expect(told(hook)).toEqual(['b2/1']);
    const dead = (await deliveries(view.id)).find(({ state }) => state === 'dead');
    expect(dead).toMatchObject({
      incidentId: 'b1',
      attempts: 3,
      status: 422,
      code: 'ERR_WEBHOOK_STATUS',
      reason: 'Answered with status 422: said',
    });
    expect(await stateOf(view.id)).toBe('active');
  }, 60_000);

  it('that fails to the end of the schedule is left alone', async () => {
    const hook = await receiver(() => 302);
    const { view } = await webhook(hook.url);
    await write('e1', 'e2');
    courier([hook.host]);
    await until(async () => (await stateOf(view.id)) === 'disabled');
    expect(hook.received).toHaveLength(FAST.scheduleMs.length + 1);
    expect((await deliveries(view.id)).map(({ state, code }) => [state, code])).toEqual([
      ['dead', 'ERR_WEBHOOK_REDIRECT'],
    ]);
  }, 60_000);

  it('at an address that is not public hears nothing', async () => {
    const hook = await receiver();
    const { view } = await webhook(hook.url);
    await write('a1');
    courier([]);
    await until(async () => (await stateOf(view.id)) === 'disabled');
    expect(hook.received).toEqual([]);
    expect((await deliveries(view.id))[0]?.code).toMatch(/^ERR_FETCH_(PORT|ADDRESS)$/);
  }, 60_000);

  it('that is slow keeps no other webhook up', async () => {
    let answer: (status: number) => void = () => undefined;
    const slow = await receiver(() => new Promise((resolve) => (answer = resolve)));
    const quick = await receiver();
    await webhook(slow.url);
    await webhook(quick.url);
    const expected = await write('s1', 's2');
    courier([quick.host, slow.host], { pollMs: 5 });
    await until(() => quick.taken.length === 2);
    expect([told(quick), slow.received.length, told(slow)]).toEqual([expected, 1, []]);
    answer(204);
  }, 60_000);
});
