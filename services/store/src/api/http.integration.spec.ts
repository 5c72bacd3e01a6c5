import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { crowdIncident } from '../testing/crowd.js';
import { revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { createApi } from './create-api.js';
import { OPEN_ON_LOOPBACK, type HttpSettings } from './http.js';

const quiet = { log: () => {}, error: () => {}, warn: () => {} };
const KEY = 'operator-key-of-the-spec';
let store: StoreDatabase;
let fetcher: Server;
let fetcherUrl: string;
const apps: NestFastifyApplication[] = [];

beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  await store.apply(
    storeIncidentRevised(() => 5_000),
    ...[1, 2, 3].map((n) => revised(crowdIncident(n))),
  );
  fetcher = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk) => (body += chunk));
    incoming.on('end', () => {
      const { method, url, headers } = incoming;
      if (url === '/v1/feeds/refused') {
        response.writeHead(422, { 'content-type': 'application/json' });
        return response.end(JSON.stringify({ code: 'ERR_FEED_URL', message: 'That is no URL.' }));
      }
      response.writeHead(201, { 'content-type': 'application/json', 'set-cookie': 'x=1' });
      return response.end(
        JSON.stringify({ method, url, authorization: headers.authorization, body }),
      );
    });
  });
  await new Promise<void>((resolve) => fetcher.listen(0, '127.0.0.1', resolve));
  fetcherUrl = `http://127.0.0.1:${(fetcher.address() as AddressInfo).port}`;
});
afterAll(async () => {
  for (const app of apps) await app.close();
  fetcher.close();
  await store.close();
});

async function open(settings: Partial<HttpSettings> = {}, url = fetcherUrl) {
  const app = await createApi({
    db: store.db,
    logger: quiet,
    imports: [],
    controllers: [],
    http: { ...OPEN_ON_LOOPBACK, ...settings },
    fetcher: { url, key: settings.operatorKey ?? null },
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  apps.push(app);
  return app;
}

describe('access', () => {
  it('is refused as a problem, and granted by a key that can be made and revoked', async () => {
    const app = await open({ operatorKey: KEY, read: 'key' });
    const operator = { authorization: `Bearer ${KEY}` };
    const refused = await app.inject({ url: '/v1/incidents' });
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'ERR_API_KEY']);
    expect(refused.headers['content-type']).toContain('application/problem+json');

    const payload = { name: 'Newsroom', scopes: ['read'] };
    const made = await app.inject({ method: 'POST', url: '/v1/keys', payload, headers: operator });
    const { id, key } = made.json();
    const headers = { authorization: `Bearer ${key}` };
    expect((await app.inject({ url: '/v1/incidents', headers })).statusCode).toBe(200);
    const forbidden = await app.inject({ url: '/v1/keys', headers });
    expect([forbidden.statusCode, forbidden.json().code]).toEqual([403, 'ERR_API_SCOPE']);
    const listed = await app.inject({ url: '/v1/keys', headers: operator });
    expect(listed.body).not.toContain(key);
    expect(listed.json().items).toEqual([expect.objectContaining({ id, name: 'Newsroom' })]);

    const revoked = await app.inject({
      method: 'DELETE',
      url: `/v1/keys/${id}`,
      headers: operator,
    });
    expect(revoked.statusCode).toBe(204);
    expect((await app.inject({ url: '/v1/incidents', headers })).statusCode).toBe(401);
  });

  it.each([
    {},
    { name: 'x', scopes: [] },
    { name: 'x', scopes: ['all'] },
    { name: '', scopes: ['read'] },
  ])('makes no key of %j', async (payload) => {
    const app = await open();
    expect((await app.inject({ method: 'POST', url: '/v1/keys', payload })).statusCode).toBe(400);
  });
});

describe('answers', () => {
  it('have an ETag, and are not sent again to who has them', async () => {
    const app = await open();
    const first = await app.inject({ url: '/v1/incidents' });
    const etag = first.headers['etag'] as string;
    const again = await app.inject({ url: '/v1/incidents', headers: { 'if-none-match': etag } });
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, '']);
  });

  it.each(['br', 'gzip'])('are sent as %s to who takes it', async (encoding) => {
    const app = await open();
    const headers = { 'accept-encoding': encoding };
    const answer = await app.inject({ url: '/v1/incidents', headers });
    expect(answer.headers['content-encoding']).toBe(encoding);
  });

  it('are packed in one go, and say how long they are', async () => {
    const app = await open();
    const headers = { 'accept-encoding': 'gzip' };
    const { headers: sent, rawPayload } = await app.inject({ url: '/v1/openapi.json', headers });
    expect(gunzipSync(rawPayload).length).toBeGreaterThan(100_000);
    expect(sent['content-length']).toBe(String(rawPayload.length));
  });

  it('say how many more may be asked for, and then refuse', async () => {
    const app = await open({ requestsPerMinute: 2 });
    const first = await app.inject({ url: '/v1/incidents' });
    await app.inject({ url: '/v1/incidents' });
    const last = await app.inject({ url: '/v1/incidents' });
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' });
    expect([last.statusCode, last.json().code]).toEqual([429, 'ERR_API_RATE']);
    expect(last.headers['retry-after']).toBeDefined();
  });

  it('may be read by pages of the origins that are set, and of no others', async () => {
    const app = await open({ corsOrigins: ['https://desk.example'] });
    const from = async (origin: string) =>
      (await app.inject({ url: '/v1/incidents', headers: { origin } })).headers[
        'access-control-allow-origin'
      ];
    expect(await from('https://desk.example')).toBe('https://desk.example');
    expect(await from('https://evil.example')).toBeUndefined();
  });
});

describe('feed calls', () => {
  it("go to the fetcher with the operator's key and come back, without its cookies", async () => {
    const app = await open({ operatorKey: KEY });
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/feeds?x=1',
      payload: { url: 'https://news.example/rss' },
      headers: { authorization: `Bearer ${KEY}` },
    });
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([201, undefined]);
    expect(answer.json()).toEqual({
      method: 'POST',
      url: '/v1/feeds?x=1',
      authorization: `Bearer ${KEY}`,
      body: '{"url":"https://news.example/rss"}',
    });
    const refused = await app.inject({ method: 'POST', url: '/v1/feeds/1/pause' });
    expect(refused.statusCode).toBe(401);
  });

  it('reach nothing else of it, by whatever spelling of a path', async () => {
    const app = await open();
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    for (const path of ['/v1/feeds/../secret', '/v1/feeds/%2e%2e/secret', '/v1/feeds/a/../../b']) {
      // As it stands: clients that mend paths would hide what a hostile one sends.
      const status = await new Promise((resolve, reject) => {
        request({ port, host: '127.0.0.1', path, agent: false }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
      expect([path, status]).toEqual([path, 404]);
    }
  });

  it('that it refuses are refused as all are here, with its code and sentence', async () => {
    const app = await open();
    const answer = await app.inject({ url: '/v1/feeds/refused' });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toEqual({
      type: 'about:blank',
      title: 'Unprocessable Entity',
      status: 422,
      code: 'ERR_FEED_URL',
      detail: 'That is no URL.',
    });
  });

  it('say so when the fetcher is away', async () => {
    const app = await open({}, 'http://127.0.0.1:1');
    const answer = await app.inject({ url: '/v1/feeds' });
    expect([answer.statusCode, answer.json().code]).toEqual([502, 'ERR_API_FETCHER']);
  });
});
