import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { getJson, postJson } from './http-json.js';

describe('talking to our own services', () => {
  let server: Server;
  let origin: string;
  let seen: { method?: string; type?: string; body: string };

  beforeEach(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        seen = { method: request.method, type: request.headers['content-type'], body };
        response.statusCode = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 200);
        response.end('{"articles":3}');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => void server.close());

  it('gets JSON', async () => {
    expect(await getJson<{ articles: number }>(`${origin}/ok`)).toEqual({ articles: 3 });
  });

  it('posts JSON', async () => {
    await postJson(`${origin}/201`, { url: 'http://a/feed' });
    expect(seen).toEqual({
      method: 'POST',
      type: 'application/json',
      body: '{"url":"http://a/feed"}',
    });
  });

  it('says what a failing service answered', async () => {
    await expect(getJson(`${origin}/500`)).rejects.toMatchObject({
      code: 'ERR_START_SERVICE_ANSWER',
      message: `${origin}/500 answered status 500.`,
    });
    await expect(postJson(`${origin}/400`, {})).rejects.toThrow('status 400: {"articles":3}');
  });
});
