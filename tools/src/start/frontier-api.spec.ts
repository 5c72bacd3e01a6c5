import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FrontierApi } from './frontier-api.js';

const COUNTS = { pending: 1, fetched: 2, rejected: 3, failed: 4, unpolled: 5 };
const added: unknown[] = [];
const server = createServer((request, response) => {
  void text(request).then((body) => {
    if (request.method === 'POST') added.push(JSON.parse(body));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(COUNTS));
  });
});
afterEach(() => void server.close());

describe("a fetcher's own API", () => {
  it('registers every feed once and counts', async () => {
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const api = new FrontierApi(`http://127.0.0.1:${port}`);
    const feeds = Array.from({ length: 40 }, (_, n) => `http://site-${n}.example/feed`);
    await api.addFeeds(feeds);
    expect(new Set(added.map((body) => (body as { url: string }).url))).toEqual(new Set(feeds));
    expect(added).toHaveLength(40);
    expect(await api.counts()).toEqual(COUNTS);
  });
});
