import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parseAtomFeed } from 'feedsmith';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { createApi } from './create-api.js';

const quiet = { log: () => {}, error: () => {}, warn: () => {} };
let store: StoreDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  app = await createApi({ db: store.db, logger: quiet, imports: [], controllers: [] });
  await app.init();
  const where = { ...revised().incident.where, countryIso3: 'FRA' };
  await store.apply(
    storeIncidentRevised(() => 5_000),
    ...['k1', 'k2'].map((incidentId) => revised({ incidentId })),
    revised({ incidentId: 'f1', where }),
  );
});
afterAll(async () => {
  await app.close();
  await store.close();
});

async function call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) {
  const answer = await app.inject({ method, url, ...(payload ? { payload } : {}) });
  const isJson = /json/.test(String(answer.headers['content-type']));
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    body: isJson ? JSON.parse(answer.body) : undefined,
  };
}
const save = (name: string, filters: object) => call('POST', '/v1/queries', { name, filters });

describe('saved queries', () => {
  it('are made, listed, changed and deleted', async () => {
    const made = await save('Kazakhstan', { country: 'KAZ' });
    expect(made.status).toBe(201);
    const { id } = made.body;
    expect(id).toMatch(/^qry_[0-9a-f]{16}$/);
    expect((await call('GET', '/v1/queries')).body.items).toContainEqual(made.body);
    const changed = await call('PATCH', `/v1/queries/${id}`, { filters: { country: 'FRA' } });
    expect(changed.body).toMatchObject({ name: 'Kazakhstan', filters: { country: 'FRA' } });
    expect((await call('GET', `/v1/queries/${id}`)).body).toEqual(changed.body);
    expect((await call('DELETE', `/v1/queries/${id}`)).status).toBe(204);
    for (const method of ['GET', 'DELETE', 'PATCH'] as const) {
      const payload = method === 'PATCH' ? { name: 'x' } : undefined;
      expect((await call(method, `/v1/queries/${id}`, payload)).status).toBe(404);
    }
  });

  it('are Atom feeds under their names, page by page', async () => {
    const { id } = (await save('Almaty <&> around', { country: 'KAZ' })).body;
    const { status, headers, text } = await call('GET', `/v1/queries/${id}.atom?limit=1`);
    expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const feed = parseAtomFeed(text);
    expect(feed.title).toEqual({ value: 'Almaty <&> around' });
    expect(feed.entries).toHaveLength(1);
    const next = /<([^>]+)>; rel="next"/.exec(String(headers['link']))?.[1] as string;
    const { pathname, search } = new URL(next);
    const second = parseAtomFeed((await call('GET', pathname + search)).text);
    const ids = [feed, second].flatMap(({ entries }) => entries?.map((entry) => entry.id));
    expect(ids.sort()).toEqual(['urn:tocsin:incident:k1', 'urn:tocsin:incident:k2']);
  });

  it('answer in every other format of lists', async () => {
    const { id } = (await save('France', { country: 'FRA' })).body;
    const { body } = await call('GET', `/v1/queries/${id}.geojson`);
    expect(body.features).toHaveLength(1);
    for (const extension of ['csv', 'ucdp.csv', 'plover.jsonl']) {
      expect((await call('GET', `/v1/queries/${id}.${extension}`)).status).toBe(200);
    }
  });

  it('refuse filters of their own, unknown formats and unknown ids', async () => {
    const { id } = (await save('France', { country: 'FRA' })).body;
    expect((await call('GET', `/v1/queries/${id}.atom?country=KAZ`)).body.code).toBe(
      'ERR_API_QUERY',
    );
    expect((await call('GET', `/v1/queries/${id}.pdf`)).status).toBe(404);
    expect((await call('GET', '/v1/queries/qry_none.atom')).status).toBe(404);
    expect((await save('x', { country: 'kz' })).body.code).toBe('ERR_API_QUERY');
    expect((await save('Lone \uD800', { place: 'x' })).status).toBe(400);
  });

  it('keep what PostgreSQL can not hold', async () => {
    const made = await save('Lone \uD800', { admin1: 'a\uD800' });
    expect(made.body).toMatchObject({ name: 'Lone \uFFFD', filters: { admin1: 'a\uFFFD' } });
  });
});
