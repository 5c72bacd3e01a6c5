import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { fetchOnce, robotsAgentOf } from './fetch-once.js';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => void server.close()));

async function site(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  servers.push(server);
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = { userAgent: 'TocsinBot/0.1', allowPrivate: [host], hostDelayMs: 0 };
  return { url: `http://${host}/a`, options };
}

describe('fetching once', () => {
  it('gives the answer', async () => {
    const { url, options } = await site((request, response) =>
      request.url === '/a' ? response.end('news') : response.writeHead(404).end(),
    );
    const result = await fetchOnce(url, options);
    expect(result).toMatchObject({ status: 'fetched', code: 'OK', httpStatus: 200, url });
    expect(result).toMatchObject({ hops: 0, httpVersion: '1.1' });
    expect('tookMs' in result && Number.isInteger(result.tookMs)).toBe(true);
    expect('body' in result && result.body.toString()).toBe('news');
  });

  it('says when nothing changed', async () => {
    const { url, options } = await site((request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 404).end(),
    );
    expect(await fetchOnce(url, { ...options, etag: '"1"' })).toMatchObject({
      status: 'unchanged',
    });
  });

  it('says what we refuse, with a code and one sentence', async () => {
    const { url, options } = await site((_, response) =>
      response.end('User-agent: *\nDisallow: /'),
    );
    expect(await fetchOnce(url, options)).toMatchObject({
      status: 'refused',
      code: 'ERR_FETCH_ROBOTS',
      reason: expect.stringMatching(/forbids it\.$/),
    });
    for (const refused of [
      'http://127.0.0.1/',
      'http://[::1]/',
      'ftp://a.org/',
      'http://a.org:22/',
    ])
      expect(await fetchOnce(refused, options)).toMatchObject({ status: 'refused' });
  });

  it('says what failed out there', async () => {
    const { url, options } = await site((_, response) => response.writeHead(404).end());
    expect(await fetchOnce(url, options)).toEqual({
      status: 'failed',
      code: 'ERR_FETCH_NOT_FOUND',
      reason: 'The server answered with status 404.',
      url,
    });
    expect(await fetchOnce('no url', options)).toMatchObject({ code: 'ERR_FETCH_URL' });
  });
});

describe('the agent that robots.txt speaks to', () => {
  it('is the product token of the User-Agent', () => {
    expect(robotsAgentOf('TocsinBot/0.1 (+https://x.org)')).toBe('TocsinBot');
  });
});
