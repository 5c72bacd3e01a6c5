import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { CA, issue } from '@tocsin/testing/certificates';
import { coded, flood, head, send, sendAndStay } from '../testing/misbehaviours.js';
import {
  atEnd,
  endOf,
  roughClient,
  roughServer,
  type Misbehaviour,
} from '../testing/rough-server.js';

const page = Buffer.from('<p>news</p>'.repeat(2_000));

async function fetched(server: Misbehaviour, maxBodyBytes = 100_000) {
  const { host } = await roughServer(server);
  const client = roughClient([host], { deadlineMs: 5_000, maxBodyBytes });
  return client.get(new URL(`http://${host}/`));
}

describe('the compressed form of a body', () => {
  it('is what came over the wire, where that is one gzip stream', async () => {
    const { body, gzipped } = await fetched(coded('gzip', gzipSync(page)));
    expect(body).toEqual(page);
    expect(gunzipSync(gzipped ?? '')).toEqual(page);
  });

  it('is the same for bodies that are decoded later', async () => {
    const large = Buffer.alloc(5_000_000, 'news ');
    const { body, gzipped } = await fetched(coded('gzip', gzipSync(large)), 6_000_000);
    expect(body.equals(large) && gunzipSync(gzipped ?? '').equals(large)).toBe(true);
  });

  it.each([
    ['is not compressed', send(head(`Content-Length: ${page.length}`), page)],
    ['is in another coding', coded('deflate', deflateSync(page))],
    ['is in two codings', coded('gzip, gzip', gzipSync(gzipSync(page)))],
    [
      'is followed by something else',
      coded('gzip', Buffer.concat([gzipSync(page), Buffer.alloc(9)])),
    ],
    ['is empty', coded('gzip', Buffer.alloc(0))],
  ])('is none where the body %s', async (_, server) => {
    const { gzipped } = await fetched(server);
    expect(gzipped).toBeNull();
  });
});

describe('bodies on their way together', () => {
  it('are held up to a limit; then one is put off, and nothing stays counted', async () => {
    const half = head('Content-Length: 8000');
    const servers = [sendAndStay(half, 'x'.repeat(6_000)), send(half, 'y'.repeat(8_000))];
    const [slow, quick] = await Promise.all(servers.map((server) => roughServer(server)));
    const hosts = [slow?.host ?? '', quick?.host ?? ''];
    const client = roughClient(hosts, { deadlineMs: 1_000, maxHeldBytes: 10_000 });
    const get = (host: string) => endOf(client.get(new URL(`http://${host}/`)));
    const waiting = get(hosts[0] as string);
    while (client.heldBytes < 6_000) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await get(hosts[1] as string)).toBe('ERR_FETCH_CROWDED');
    expect(await waiting).toBe('ERR_FETCH_TIMEOUT');
    expect(client.heldBytes).toBe(0);
    expect(await get(hosts[1] as string)).toMatch('200');
    expect(client.heldBytes).toBe(0);
  });
});

describe('an answer', () => {
  it('says how long it took and by which protocol it came', async () => {
    const { tookMs, httpVersion } = await fetched(send(head('Content-Length: 4'), 'fine'));
    expect(tookMs).toBeGreaterThan(0);
    expect(tookMs).toBeLessThan(5_000);
    expect(httpVersion).toBe('1.1');
  });

  it('without a body may name the length of one', async () => {
    const notModified = 'HTTP/1.1 304 Not Modified\r\nContent-Length: 99999999\r\n\r\n';
    expect(await fetched(send(notModified))).toMatchObject({ status: 304, body: Buffer.alloc(0) });
  });

  it('may be cut where its start is enough', async () => {
    const { host } = await roughServer(flood(head(), 'x'.repeat(1_000)));
    const client = roughClient([host], { deadlineMs: 5_000 });
    const cut = await client.get(new URL(`http://${host}/`), { onExcess: 'cut', maxBodyBytes: 5 });
    expect(cut.body.toString()).toBe('xxxxx');
  });

  it('whose connection is kept open after an error is not trusted again', async () => {
    const server = await roughServer(sendAndStay(head('Content-Length: many')));
    const client = roughClient([server.host], { deadlineMs: 5_000 });
    for (let i = 0; i < 2; i++)
      expect(await endOf(client.get(new URL(`http://${server.host}/`)))).toBe('ERR_FETCH_PROTOCOL');
    expect(server.accepted()).toBe(2);
  });
});

/** A server of Node's own, for those who speak HTTP/2 and those who don't. */
async function modernServer() {
  const seen = { sessions: 0, versions: [] as string[], headers: {} as object };
  const server = createSecureServer({ ...issue(), allowHTTP1: true }, (request, response) => {
    seen.versions.push(request.httpVersion);
    seen.headers = request.headers;
    if (request.url === '/gzip')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(page));
    else response.end(request.url);
  });
  server.on('session', () => (seen.sessions += 1));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atEnd(() => server.close());
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return { host, seen, url: (path: string) => new URL(`https://${host}${path}`) };
}

describe('a server that speaks HTTP/2', () => {
  it('is spoken to so, by one connection for all requests', async () => {
    const { host, seen, url } = await modernServer();
    const client = roughClient([host], { deadlineMs: 5_000, ca: CA });
    expect(await client.get(url('/a?b'))).toMatchObject({
      httpVersion: '2',
      body: Buffer.from('/a?b'),
    });
    await Promise.all(['/1', '/2', '/3'].map((path) => client.get(url(path))));
    const { body, gzipped } = await client.get(url('/gzip'), {
      headers: { 'if-none-match': '"1"' },
    });
    expect(body.equals(page) && gzipped !== null).toBe(true);
    expect(seen.headers).toMatchObject({ 'user-agent': 'TocsinBot/0.1', 'if-none-match': '"1"' });
    expect([seen.sessions, client.openSockets]).toEqual([1, 1]);
    expect(seen.versions).toEqual(Array(5).fill('2.0'));
  });

  it('is refused like any other when its certificate is not to be trusted', async () => {
    const { host, seen, url } = await modernServer();
    const client = roughClient([host], { deadlineMs: 5_000 });
    expect(await endOf(client.get(url('/a')))).toBe('ERR_FETCH_TLS');
    expect(seen.versions).toEqual([]);
  });

  it('is refused like any other when its address is not public', async () => {
    const { seen, url } = await modernServer();
    const client = roughClient([], { deadlineMs: 5_000, ca: CA });
    expect(await endOf(client.get(url('/a')))).toBe('ERR_FETCH_PORT');
    expect(seen.sessions).toBe(0);
  });
});
