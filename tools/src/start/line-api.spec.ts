import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LineApi } from './line-api.js';

describe('what the start command asks of the services', () => {
  let server: Server;
  let api: LineApi;
  let requests: string[];
  let status: number;
  let answer: unknown;

  beforeEach(async () => {
    requests = [];
    status = 200;
    server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url}`);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    api = new LineApi(`${origin}/fetcher`, `${origin}/store`);
  });
  afterEach(() => void server.close());

  it('registers a feed with the fetcher', async () => {
    status = 201;
    await api.addFeed('http://127.0.0.1:1/feed.xml');
    expect(requests).toEqual(['POST /fetcher/v1/feeds']);
  });

  it('polls every feed at once', async () => {
    answer = { feeds: [{ id: 'a' }, { id: 'b' }] };
    await api.pollFeeds();
    expect(requests.slice(1)).toEqual([
      'POST /fetcher/v1/feeds/a/poll',
      'POST /fetcher/v1/feeds/b/poll',
    ]);
  });

  it('is not content with a refused feed', async () => {
    status = 400;
    await expect(api.addFeed('nonsense')).rejects.toThrow('status 400');
  });

  it('reads the counts of the store, and what is still before the fetcher', async () => {
    answer = { articles: 25, rejected: 0, failed: 0, deadLetters: 0, pending: 2, unpolled: 1 };
    expect(await api.stats()).toMatchObject({ articles: 25, pending: 5 });
    expect(requests).toEqual(['GET /fetcher/v1/frontier', 'GET /store/v1/stats']);
  });

  it('reads the incidents of the store', async () => {
    answer = { items: [{ incidentId: 'i1' }] };
    expect(await api.incidents()).toEqual([{ incidentId: 'i1' }]);
    expect(requests).toEqual(['GET /store/v1/incidents?limit=200']);
  });
});
