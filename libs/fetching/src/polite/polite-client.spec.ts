import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AddressPolicy } from '../http/address-policy.js';
import { HttpClient } from '../http/http-client.js';
import { MemoryHostLeases } from './memory-host-leases.js';
import { MemoryRobotsCache } from './memory-robots-cache.js';
import { PoliteClient } from './polite-client.js';
import { Turns } from './turns.js';

/** What the server itself saw: the only witness that counts for politeness. */
interface Seen {
  readonly path: string;
  readonly at: number;
  readonly headers: IncomingMessage['headers'];
}
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const open: (Server | HttpClient)[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) {
    if (each instanceof HttpClient) await each.close();
    else each.close();
  }
});

async function site(pages: Record<string, Answer>) {
  const log: Seen[] = [];
  const server = createServer((request, response) => {
    log.push({ path: request.url ?? '', at: performance.now(), headers: request.headers });
    const answer = pages[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(server);
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, log };
}

function client(hosts: readonly string[], hostDelayMs = 0, maxWaitMs = 5_000) {
  const http = new HttpClient(new AddressPolicy(hosts), 'TocsinBot/0.1');
  open.push(http);
  return new PoliteClient(
    http,
    new Turns(new MemoryHostLeases(), maxWaitMs),
    new MemoryRobotsCache(),
    {
      hostDelayMs,
      robotsAgent: 'TocsinBot',
      maxRedirects: 5,
    },
  );
}
const text =
  (body: string): Answer =>
  (_, response) =>
    response.end(body);
const redirect =
  (location: string): Answer =>
  (_, response) =>
    response.writeHead(302, { location }).end();

describe('the server’s own log', () => {
  it('shows robots.txt first and once, then pages no sooner than the delay', async () => {
    const { origin, host, log } = await site({ '/a': text('A'), '/b': text('B') });
    const polite = client([host], 60);
    await Promise.all([polite.fetch(`${origin}/a`), polite.fetch(`${origin}/b`)]);
    await polite.fetch(`${origin}/a`);
    expect(log.filter((seen) => seen.path === '/robots.txt').length).toBeLessThanOrEqual(2);
    for (const [i, seen] of log.entries())
      if (i > 0) expect(seen.at - (log[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(59);
  });

  it('shows no page that robots.txt forbids, reached by redirect neither', async () => {
    const { origin, host, log } = await site({
      '/robots.txt': text('User-agent: tocsinbot\nDisallow: /private'),
      '/go': redirect('/private/x'),
    });
    const polite = client([host]);
    for (const path of ['/private/x', '/go', '/%70rivate/x'])
      await expect(polite.fetch(origin + path)).rejects.toMatchObject({ code: 'ERR_FETCH_ROBOTS' });
    expect(log.map((seen) => seen.path)).toEqual(['/robots.txt', '/go']);
  });

  it('shows nothing at all while robots.txt fails', async () => {
    const { origin, host, log } = await site({
      '/robots.txt': (_, response) => response.writeHead(503).end(),
    });
    const polite = client([host]);
    for (let i = 0; i < 2; i++)
      await expect(polite.fetch(`${origin}/a`)).rejects.toMatchObject({
        code: 'ERR_FETCH_ROBOTS_UNREACHABLE',
      });
    expect(log).toHaveLength(1);
  });

  it('shows nothing when robots.txt sends us to a refused address or breaks off', async () => {
    const answers: Answer[] = [
      redirect('http://169.254.169.254/'),
      (_, response) => response.destroy(),
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    ];
    for (const answer of answers) {
      const { origin, host, log } = await site({ '/robots.txt': answer, '/a': text('A') });
      await expect(client([host]).fetch(`${origin}/a`)).rejects.toMatchObject({
        code: 'ERR_FETCH_ROBOTS_UNREACHABLE',
      });
      expect(log.map((seen) => seen.path)).toEqual(['/robots.txt']);
    }
  });

  it('shows the crawl delay kept, where it is the longer one', async () => {
    const { origin, host, log } = await site({
      '/robots.txt': text('User-agent: *\nCrawl-delay: 0.2'),
      '/a': text('A'),
    });
    const polite = client([host], 10);
    await polite.fetch(`${origin}/a`);
    await polite.fetch(`${origin}/a`);
    expect((log[2]?.at ?? 0) - (log[1]?.at ?? 0)).toBeGreaterThanOrEqual(199);
  });

  it('shows Retry-After kept', async () => {
    const { origin, host, log } = await site({
      '/a': (_, response) => response.writeHead(429, { 'retry-after': '60' }).end(),
    });
    const polite = client([host], 0, 30);
    await expect(polite.fetch(`${origin}/a`)).rejects.toMatchObject({ retryAfterMs: 60_000 });
    await expect(polite.fetch(`${origin}/b`)).rejects.toMatchObject({
      code: 'ERR_FETCH_HOST_BUSY',
    });
    expect(log).toHaveLength(2);
  });

  it('shows validators byte for byte', async () => {
    const { origin, host, log } = await site({
      '/a': (_, response) => response.writeHead(304).end(),
    });
    const etag = 'W/"x-é,\'1"';
    const modified = 'thu, 6 jan 2022 10:00:00 +0000';
    const answer = await client([host]).fetch(`${origin}/a`, {
      headers: {
        'if-none-match': Buffer.from(etag, 'utf8').toString('latin1'),
        'if-modified-since': modified,
      },
    });
    expect(answer.status).toBe(304);
    const sent = log[1]?.headers;
    expect(Buffer.from(sent?.['if-none-match'] ?? '', 'latin1').toString('utf8')).toBe(etag);
    expect(sent?.['if-modified-since']).toBe(modified);
  });
});

describe('redirects', () => {
  it('are followed five times, each hop in its host’s turn', async () => {
    const other = await site({ '/end': text('there') });
    const { origin, host } = await site({
      '/1': redirect('/2'),
      '/2': redirect(`${other.origin}/end`),
    });
    const answer = await client([host, other.host]).fetch(`${origin}/1`);
    expect(answer.body.toString()).toBe('there');
    expect(answer.url).toBe(`${other.origin}/end`);
    expect(other.log.map((seen) => seen.path)).toEqual(['/robots.txt', '/end']);
  });

  it('in a circle end', async () => {
    const { origin, host, log } = await site({ '/1': redirect('/2'), '/2': redirect('/1') });
    await expect(client([host]).fetch(`${origin}/1`)).rejects.toMatchObject({
      code: 'ERR_FETCH_REDIRECTS',
    });
    expect(log).toHaveLength(7);
  });

  it.each([
    ['http://127.0.0.1:1/', 'ERR_FETCH_PORT'],
    ['http://0x7f.1/', 'ERR_FETCH_ADDRESS'],
    ['http://[::ffff:169.254.169.254]/', 'ERR_FETCH_ADDRESS'],
    ['file:///etc/passwd', 'ERR_FETCH_URL'],
    ['http://u:p@a.org/', 'ERR_FETCH_URL'],
  ])('to %s are refused', async (location, code) => {
    const { origin, host } = await site({ '/': redirect(location) });
    await expect(client([host]).fetch(`${origin}/`)).rejects.toMatchObject({ code });
  });
});
