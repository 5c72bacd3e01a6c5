import { describe, expect, it } from '@jest/globals';
import { head, send } from '../testing/misbehaviours.js';
import { CA, issue } from '@tocsin/testing/certificates';
import { atEnd, roughServer, type Misbehaviour } from '../testing/rough-server.js';
import { AddressPolicy } from './address-policy.js';
import type { Resolve } from './dns-resolve.js';
import { Poster, type PosterOptions } from './poster.js';

const NOW = Date.parse('2022-01-06T18:00:00Z');

function poster(hosts: readonly string[], options: PosterOptions = {}): Poster {
  const made = new Poster(new AddressPolicy(hosts), 'Tocsin/0.1', {
    deadlineMs: 2_000,
    ...options,
  });
  atEnd(() => made.close());
  return made;
}

const endOf = (sending: Promise<{ status: number; excerpt: string }>) =>
  sending.then(
    ({ status, excerpt }) => `${status} ${excerpt.slice(0, 10)}`,
    ({ code }: { code: string }) => code,
  );

async function postTo(onSocket: Misbehaviour, options: PosterOptions = {}) {
  const server = await roughServer(onSocket);
  const client = poster([server.host], options);
  return {
    server,
    end: await endOf(client.post(new URL(`http://${server.host}/x`), '{}', {}, NOW)),
  };
}

describe('a POST', () => {
  it('carries its body and headers and gives the answer', async () => {
    let heard = '';
    const server = await roughServer((socket) =>
      socket.on('data', (data) => {
        heard += data;
        if (heard.endsWith('{"a":"é"}'))
          socket.end('HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 4\r\n\r\nbusy');
      }),
    );
    const url = new URL(`http://${server.host}/hook?k=1`);
    const answer = await poster([server.host]).post(url, '{"a":"é"}', { 'x-id': '5' }, NOW);
    expect(answer).toMatchObject({ status: 503, excerpt: 'busy', retryAfterMs: 7_000 });
    expect(heard).toMatch(/^POST \/hook\?k=1 HTTP\/1.1\r\n/);
    expect(heard).toMatch(/x-id: 5\r\n/);
    expect(heard).toMatch(/content-type: application\/json\r\n/);
    expect(heard).toMatch(/content-length: 10\r\n/);
  });

  it('goes over HTTP/1.1 also where a server would rather speak HTTP/2', async () => {
    const tls = { ...issue(), ALPNProtocols: ['h2', 'http/1.1'] };
    const server = await roughServer(send(head('Content-Length: 4'), 'fine'), tls);
    const host = `localhost:${server.port}`;
    const sending = poster([host], { ca: CA }).post(new URL(`https://${host}/`), '{}', {}, NOW);
    expect(await endOf(sending)).toBe('200 fine');
  });
});

describe('whatever the server does, a POST ends', () => {
  it('with a redirect as its answer', async () => {
    const moved = 'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n';
    const { end, server } = await postTo(send(moved));
    expect(end).toBe('302 ');
    expect(server.accepted()).toBe(1);
  });

  it('after the beginning of a body that never ends', async () => {
    const { end, server } = await postTo((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const flood = setInterval(() => socket.write('x'.repeat(65_536)), 1);
      socket.on('close', () => clearInterval(flood));
    });
    expect(end).toBe('200 xxxxxxxxxx');
    expect(server.sent()).toBeLessThan(20_000_000);
  });

  it('at its deadline, before the head and within the body', async () => {
    expect((await postTo(() => undefined, { deadlineMs: 200 })).end).toBe('ERR_FETCH_TIMEOUT');
    const halting: Misbehaviour = (socket) =>
      void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf');
    expect((await postTo(halting, { deadlineMs: 200 })).end).toBe('ERR_FETCH_TIMEOUT');
  });

  it('typed when the connection breaks or is no HTTP', async () => {
    expect((await postTo((socket) => socket.destroy())).end).toBe('ERR_FETCH_CONNECTION');
    expect((await postTo(send('nonsense\r\n\r\n'))).end).toBe('ERR_FETCH_PROTOCOL');
  });
});

describe('a POST to what is not public', () => {
  it.each([
    ['http://127.0.0.1/', 'ERR_FETCH_ADDRESS'],
    ['http://[::1]/', 'ERR_FETCH_ADDRESS'],
    ['http://169.254.169.254/latest', 'ERR_FETCH_ADDRESS'],
    ['http://8.8.8.8:8080/', 'ERR_FETCH_PORT'],
    ['ftp://8.8.8.8/', 'ERR_FETCH_URL'],
    ['http://user:pass@8.8.8.8/', 'ERR_FETCH_URL'],
  ])('is refused: %s', async (url, code) =>
    expect(await endOf(poster([]).post(new URL(url), '{}', {}, NOW))).toBe(code),
  );

  it('is refused by what its name resolves to', async () => {
    const resolve: Resolve = (_, __, answer) => answer(null, [{ address: '10.0.0.7', family: 4 }]);
    const client = poster([], { resolve });
    expect(await endOf(client.post(new URL('http://inner.example/'), '{}', {}, NOW))).toBe(
      'ERR_FETCH_ADDRESS',
    );
  });
});
