import { createServer, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AddressPolicy } from './http/address-policy.js';
import { HttpClient } from './http/http-client.js';

/** Small limits, so that each misbehaviour meets its own one soon. */
const limits = {
  deadlineMs: 400,
  connectTimeoutMs: 300,
  maxBodyBytes: 100_000,
  maxHeaderBytes: 16 * 1024,
};
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server of bare sockets: it can break every rule. */
async function outcome(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  const client = new HttpClient(new AddressPolicy([`127.0.0.1:${port}`]), 'TocsinBot/0.1', limits);
  closers.push(() => client.close());
  closers.push(
    () => sockets.forEach((socket) => socket.destroy()),
    () => server.close(),
  );
  const started = performance.now();
  const end = await client.get(new URL(`http://127.0.0.1:${port}/`)).then(
    (response) => `${response.status} ${response.body.toString('latin1').slice(0, 20)}`,
    (error: { code: string; name: string }) =>
      error.name === 'FetchFailure' ? error.code : `not typed: ${error}`,
  );
  expect(performance.now() - started).toBeLessThan(limits.deadlineMs + 1_000);
  return end;
}

const send =
  (...parts: (string | Buffer)[]) =>
  (socket: Socket) => {
    for (const part of parts) socket.write(part);
    socket.end();
  };
const head = (...lines: string[]) => `HTTP/1.1 200 OK\r\n${lines.join('\r\n')}\r\n\r\n`;
const coded = (coding: string, bytes: Buffer) =>
  send(head(`Content-Encoding: ${coding}`, `Content-Length: ${bytes.length}`), bytes);
const drip = (text: string) => (socket: Socket) => {
  socket.write(head('Content-Type: text/html'));
  const timer = setInterval(() => socket.write(text), 20);
  socket.once('close', () => clearInterval(timer));
};
const zeros = Buffer.alloc(50_000_000);

describe('a server that behaves badly', () => {
  const cases: Record<string, [(socket: Socket) => void, string | RegExp]> = {
    'drips for ever': [drip('x'), 'ERR_FETCH_TIMEOUT'],
    'never answers': [() => undefined, 'ERR_FETCH_TIMEOUT'],
    'sends half a status line': [(socket) => socket.write('HTTP/1.1 2'), 'ERR_FETCH_TIMEOUT'],
    'sends headers for ever': [
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket.write('a: b\r\n'), 10);
        socket.once('close', () => clearInterval(timer));
      },
      'ERR_FETCH_TIMEOUT',
    ],
    'sends a body without end': [
      (socket) => {
        socket.write(head('Content-Type: text/html'));
        const pump = () => {
          while (socket.writable && socket.write(Buffer.alloc(16_384, 'x')));
        };
        socket.on('drain', pump);
        pump();
      },
      'ERR_FETCH_TOO_LARGE',
    ],
    'claims a huge length': [
      send(head('Content-Length: 99999999999'), 'x'),
      /ERR_FETCH_(CONNECTION|PROTOCOL)/,
    ],
    'sends less than its length': [
      send(head('Content-Length: 50'), 'short'),
      /ERR_FETCH_(CONNECTION|PROTOCOL)/,
    ],
    'sends more than its length': [
      send(head('Content-Length: 2'), 'okEXTRA'),
      /^200 ok$|ERR_FETCH_PROTOCOL/,
    ],
    'sends two lengths': [
      send(head('Content-Length: 2', 'Content-Length: 3'), 'okx'),
      'ERR_FETCH_PROTOCOL',
    ],
    'sends length and chunks': [
      send(head('Content-Length: 2', 'Transfer-Encoding: chunked'), '0\r\n\r\n'),
      'ERR_FETCH_PROTOCOL',
    ],
    'sends a chunk size that is none': [
      send(head('Transfer-Encoding: chunked'), 'zz\r\nx\r\n'),
      'ERR_FETCH_PROTOCOL',
    ],
    'sends endless chunk extensions': [
      send(head('Transfer-Encoding: chunked'), `1;${'a'.repeat(200_000)}\r\nx\r\n0\r\n\r\n`),
      /ERR_FETCH_(PROTOCOL|CONNECTION)|^200 x/,
    ],
    'sends a gzip bomb': [coded('gzip', gzipSync(zeros)), 'ERR_FETCH_TOO_LARGE'],
    'sends a brotli bomb': [coded('br', brotliCompressSync(zeros)), 'ERR_FETCH_TOO_LARGE'],
    'sends a zstd bomb': [coded('zstd', zstdCompressSync(zeros)), 'ERR_FETCH_TOO_LARGE'],
    'sends a bomb within a bomb': [
      coded('gzip, gzip', gzipSync(gzipSync(zeros))),
      'ERR_FETCH_TOO_LARGE',
    ],
    'chains many codings': [coded('gzip, gzip, gzip, gzip', gzipSync('x')), 'ERR_FETCH_ENCODING'],
    'lies about its coding': [coded('gzip', Buffer.from('plain')), 'ERR_FETCH_ENCODING'],
    'uses a coding nobody knows': [coded('x-snake-oil', Buffer.from('x')), 'ERR_FETCH_ENCODING'],
    'cuts its gzip short': [
      coded('gzip', gzipSync('x'.repeat(999)).subarray(0, 15)),
      'ERR_FETCH_ENCODING',
    ],
    'sends one huge header': [send(head(`a: ${'x'.repeat(40_000)}`)), 'ERR_FETCH_PROTOCOL'],
    'sends many headers': [
      send(head(...Array.from({ length: 5_000 }, (_, i) => `h${i}: x`))),
      'ERR_FETCH_PROTOCOL',
    ],
    'sends a header with a NUL': [send('HTTP/1.1 200 OK\r\na: \0\r\n\r\n'), 'ERR_FETCH_PROTOCOL'],
    'speaks another protocol': [send('SSH-2.0-OpenSSH_9.6\r\n'), 'ERR_FETCH_PROTOCOL'],
    'sends noise': [
      send(Buffer.from(Array.from({ length: 512 }, (_, i) => i % 256))),
      'ERR_FETCH_PROTOCOL',
    ],
    'closes at once': [(socket) => socket.end(), 'ERR_FETCH_CONNECTION'],
    'resets the connection': [(socket) => socket.resetAndDestroy(), 'ERR_FETCH_CONNECTION'],
    'resets in the middle of a body': [
      (socket) => {
        socket.write(head('Content-Length: 50') + 'half');
        setTimeout(() => socket.resetAndDestroy(), 20);
      },
      'ERR_FETCH_CONNECTION',
    ],
    'sends a status of four digits': [send('HTTP/1.1 2000 OK\r\n\r\n'), 'ERR_FETCH_PROTOCOL'],
    'answers 1xx for ever': [
      (socket) => {
        const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 10);
        socket.once('close', () => clearInterval(timer));
      },
      /ERR_FETCH_(TIMEOUT|CONNECTION|PROTOCOL)/,
    ],
    'upgrades unasked': [
      send('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n'),
      /ERR_FETCH_(CONNECTION|PROTOCOL)/,
    ],
  };
  it.each(Object.entries(cases))('%s: a typed end in time', async (_, [answer, expected]) => {
    expect(await outcome(answer)).toMatch(
      typeof expected === 'string' ? new RegExp(`^${expected}$`) : expected,
    );
  });
});

describe('a server that is merely old or careless', () => {
  it.each([
    ['speaks HTTP/1.0 without a length', send('HTTP/1.0 200 OK\r\n\r\nold'), '200 old'],
    ['sends an empty body', send(head('Content-Length: 0')), '200 '],
    [
      'repeats a header',
      send(head('Content-Type: a', 'Content-Type: b', 'Content-Length: 2'), 'ok'),
      '200 ok',
    ],
    [
      'sends text in no known charset',
      send(head('Content-Type: text/html; charset=klingon', 'Content-Length: 1'), 'x'),
      '200 x',
    ],
    ['names no coding', send(head('Content-Encoding:', 'Content-Length: 1'), 'x'), '200 x'],
    [
      'sends hints before its answer',
      send(`HTTP/1.1 103 Early Hints\r\n\r\n${head('Content-Length: 1')}x`),
      '200 x',
    ],
  ])('%s: is read', async (_, answer, expected) => {
    expect(await outcome(answer)).toBe(expected);
  });
});
