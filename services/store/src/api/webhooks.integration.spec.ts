import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AddressPolicy, Poster } from '@tocsin/fetching';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { startReceiver, verify, type Receiver } from '../testing/receiver.js';
import { revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { Courier } from '../webhooks/courier.js';
import { oldestWaitingSeconds } from '../webhooks/webhook-metrics.js';
import { createApi } from './create-api.js';

const quiet = { log: () => {}, error: () => {}, warn: () => {} };
let store: StoreDatabase;
let app: NestFastifyApplication;
let hook: Receiver;
let poster: Poster;
let courier: Courier;
let status = 204;
const tries: string[] = [];

beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  hook = await startReceiver(() => status);
  poster = new Poster(new AddressPolicy([hook.host]), 'spec');
  const sending = { poster, now: Date.now, count: (code: string) => void tries.push(code) };
  app = await createApi({
    db: store.db,
    logger: quiet,
    imports: [],
    controllers: [],
    webhooks: sending,
  });
  await app.init();
  courier = new Courier(
    { ...sending, db: store.db, random: () => 0, onError: () => undefined },
    { pollMs: 10, atOnce: 5, leaseMs: 5_000, scheduleMs: [60_000, 60_000] },
  );
  courier.start();
});
afterAll(async () => {
  await courier.stop();
  await poster.close();
  await hook.close();
  await app.close();
  await store.close();
});

async function call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) {
  const answer = await app.inject({ method, url, ...(payload ? { payload } : {}) });
  return {
    status: answer.statusCode,
    text: answer.body,
    body: answer.body === '' ? undefined : JSON.parse(answer.body),
  };
}

async function until<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (let n = 0; n < 800; n += 1) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Waited in vain.');
}

const make = async (more: object = {}) =>
  (await call('POST', '/v1/webhooks', { url: hook.url, ...more })).body;
const write = (incidentId: string, country = 'KAZ') =>
  store.apply(
    storeIncidentRevised(() => 5_000),
    revised({ incidentId, where: { ...revised().incident.where, countryIso3: country } }),
  );
const deliveryOf = (webhookId: string, incidentId: string, attempts = 1) =>
  until(async () => {
    const { body } = await call('GET', `/v1/webhooks/${webhookId}/deliveries`);
    return (body.items as { incidentId: string; attempts: number }[]).find(
      (one) => one.incidentId === incidentId && one.attempts >= attempts,
    ) as Record<string, unknown> | undefined;
  });

describe('webhooks', () => {
  it('show their secret once, tell of their query, and list how that went', async () => {
    const query = await call('POST', '/v1/queries', { name: 'F', filters: { country: 'FRA' } });
    const { secret, ...made } = await make({ queryId: query.body.id, changes: ['created'] });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(made).toMatchObject({ state: 'active', changes: ['created'], code: null });
    expect((await call('GET', '/v1/webhooks')).text).not.toContain(secret);
    expect((await call('GET', `/v1/webhooks/${made.id}`)).text).not.toContain(secret);

    await write('kaz-1');
    await write('fra-1', 'FRA');
    expect(await deliveryOf(made.id, 'fra-1')).toMatchObject({
      state: 'delivered',
      attempts: 1,
      code: 'OK',
      status: 204,
      change: 'created',
    });
    expect(hook.taken.map(({ told }) => told)).toEqual(['fra-1/1']);
    expect(() => verify(secret, hook.taken[0]!)).not.toThrow();
    const busy = await call('DELETE', `/v1/queries/${query.body.id}`);
    expect([busy.status, busy.body.code]).toEqual([409, 'ERR_API_IN_USE']);
    expect((await call('DELETE', `/v1/webhooks/${made.id}`)).status).toBe(204);
    expect((await call('DELETE', `/v1/queries/${query.body.id}`)).status).toBe(204);
    expect((await call('GET', `/v1/webhooks/${made.id}/deliveries`)).status).toBe(404);
  }, 60_000);

  it('can be pinged', async () => {
    const { id, secret } = await make();
    const answer = await call('POST', `/v1/webhooks/${id}/ping`);
    expect([answer.status, answer.body.code]).toEqual([200, 'OK']);
    const last = hook.taken.at(-1)!;
    expect(verify(secret, last)).toMatchObject({ type: 'webhook.ping', data: { webhookId: id } });
    status = 500;
    expect((await call('POST', `/v1/webhooks/${id}/ping`)).body).toEqual({
      code: 'ERR_WEBHOOK_STATUS',
      reason: 'Answered with status 500: said',
      status: 500,
    });
    status = 204;
    expect(tries.slice(-2)).toEqual(['OK', 'ERR_WEBHOOK_STATUS']);
    await call('DELETE', `/v1/webhooks/${id}`);
  }, 60_000);

  it('get a message that waits sooner, and one that is over again, under its own id', async () => {
    const { id } = await make();
    status = 503;
    await write('again');
    const waiting = await deliveryOf(id, 'again');
    expect(waiting).toMatchObject({ state: 'pending', code: 'ERR_WEBHOOK_STATUS' });
    expect(await oldestWaitingSeconds(store.db, Date.now() + 60_000)).toBeGreaterThan(59);
    status = 204;
    const path = `/v1/webhooks/${id}/deliveries/${waiting['id']}/redeliver`;
    expect((await call('POST', path)).status).toBe(200);
    expect(await deliveryOf(id, 'again', 2)).toMatchObject({ state: 'delivered' });
    expect((await call('POST', path)).body).toMatchObject({ state: 'delivered', attempts: 3 });
    expect(hook.received.filter((one) => one.id === waiting['id'])).toHaveLength(3);
    expect(await oldestWaitingSeconds(store.db, Date.now())).toBe(0);
    await call('DELETE', `/v1/webhooks/${id}`);
  }, 60_000);

  it('rotate their secret', async () => {
    const { id, secret } = await make();
    const rotated = await call('POST', `/v1/webhooks/${id}/rotate`);
    await call('POST', `/v1/webhooks/${id}/ping`);
    const last = hook.taken.at(-1)!;
    for (const one of [secret, rotated.body.secret]) expect(() => verify(one, last)).not.toThrow();
    await call('DELETE', `/v1/webhooks/${id}`);
  }, 60_000);

  it('are paused and go on', async () => {
    const { id } = await make();
    const paused = await call('PATCH', `/v1/webhooks/${id}`, { state: 'paused' });
    expect(paused.body).toMatchObject({ state: 'paused' });
    const active = await call('PATCH', `/v1/webhooks/${id}`, {
      state: 'active',
      changes: ['split'],
    });
    expect(active.body).toMatchObject({ state: 'active', changes: ['split'] });
    await call('DELETE', `/v1/webhooks/${id}`);
  });

  it.each([
    ['http://127.0.0.1/', 'ERR_API_QUERY'],
    ['http://[::ffff:7f00:1]/', 'ERR_API_QUERY'],
    ['http://8.8.8.8:22/', 'ERR_API_QUERY'],
    ['file:///etc/passwd', 'ERR_API_QUERY'],
    ['https://user:secret@hooks.example/', 'ERR_API_QUERY'],
  ])('refuse the target %s', async (url, code) => {
    expect((await call('POST', '/v1/webhooks', { url })).body.code).toBe(code);
  });

  it('refuse unknown queries, ids and parameters', async () => {
    const { id } = await make();
    const unknown = { url: hook.url, queryId: 'qry_0000000000000000' };
    expect((await call('POST', '/v1/webhooks', unknown)).body.code).toBe('ERR_API_QUERY');
    expect((await call('PATCH', '/v1/webhooks/none', { state: 'paused' })).status).toBe(404);
    for (const what of ['ping', 'rotate', 'deliveries/x/redeliver']) {
      expect((await call('POST', `/v1/webhooks/none/${what}`)).status).toBe(404);
    }
    expect((await call('POST', `/v1/webhooks/${id}/deliveries/msg_0/redeliver`)).status).toBe(404);
    for (const query of ['state=lost', 'limit=0', 'colour=red', 'cursor=x']) {
      const { body } = await call('GET', `/v1/webhooks/${id}/deliveries?${query}`);
      expect(body.code).toBe('ERR_API_QUERY');
    }
    await call('DELETE', `/v1/webhooks/${id}`);
  });
});
