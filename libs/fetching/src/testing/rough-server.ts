import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { afterEach, expect } from '@jest/globals';
import { CA } from '@tocsin/testing/certificates';
import { AddressPolicy } from '../http/address-policy.js';
import { HttpClient, type HttpClientOptions } from '../http/http-client.js';

/** What a server does with a connection; it may break every rule. */
export type Misbehaviour = (socket: Socket) => void;

const closers: (() => unknown)[] = [];
/** Done after the test, the last first. */
export const atEnd = (close: () => unknown): void => void closers.push(close);
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Starts a server of bare sockets on loopback. */
export async function roughServer(onSocket: Misbehaviour, tls?: TlsOptions) {
  const sockets = new Set<Socket>();
  const accept = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  };
  const server: Server = tls ? createTlsServer(tls, accept) : createServer(accept);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atEnd(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  /** Bytes that went out to the client, or into the kernel on the way. */
  const sent = () =>
    [...sockets].reduce((sum, socket) => sum + socket.bytesWritten - socket.writableLength, 0);
  return { port, host: `127.0.0.1:${port}`, sent, accepted: () => sockets.size };
}

/** Small limits, so that each misbehaviour meets its own one soon. */
export const LIMITS = {
  deadlineMs: 300,
  connectTimeoutMs: 300,
  maxBodyBytes: 100_000,
  maxHeaderBytes: 16 * 1024,
};

/** A client that may fetch from these hosts, though they are on loopback. */
export function roughClient(hosts: readonly string[], options: HttpClientOptions = {}): HttpClient {
  const client = new HttpClient(new AddressPolicy(hosts), 'TocsinBot/0.1', {
    ...LIMITS,
    ...options,
  });
  atEnd(() => client.close());
  return client;
}

/** How something ended: the status and the start of the body, or the code of the failure. */
export const endOf = (
  answer: Promise<{ readonly status: number; readonly body: Buffer }>,
): Promise<string> =>
  answer.then(
    ({ status, body }) => `${status} ${body.toString('latin1').slice(0, 20)}`,
    (error: { code: string; name: string }) =>
      error.name === 'FetchFailure' ? error.code : `not typed: ${error}`,
  );

/** As much as the kernel's buffers may take, and the time between two looks, beyond what a client wants. */
const MAX_SENT = 100_000_000;
/** Where another end than the deadline is expected, a busy machine must not bring the deadline first. */
const PATIENT_MS = 5_000;

/**
 * How a fetch of a misbehaving server ends. Whatever it does, the end comes in time, the server gets
 * rid of little data, and the client goes on to fetch from another server.
 */
export async function expectEnd(
  onSocket: Misbehaviour,
  expected: string | RegExp,
  tls?: TlsOptions,
): Promise<void> {
  const good = await roughServer((socket) =>
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine')),
  );
  const bad = await roughServer(onSocket, tls);
  const badHost = tls ? `localhost:${bad.port}` : bad.host;
  const pattern = typeof expected === 'string' ? new RegExp(`^${expected}$`) : expected;
  const deadlineMs = pattern.test('ERR_FETCH_TIMEOUT') ? LIMITS.deadlineMs : PATIENT_MS;
  const limits = { deadlineMs, connectTimeoutMs: deadlineMs };
  const client = roughClient([badHost, good.host], { ...limits, ...(tls ? { ca: CA } : {}) });
  const started = performance.now();
  const end = await endOf(client.get(new URL(`${tls ? 'https' : 'http'}://${badHost}/`)));
  expect(performance.now() - started).toBeLessThan(deadlineMs + 1_000);
  expect(end).toMatch(pattern);
  expect(bad.sent()).toBeLessThan(MAX_SENT);
  expect(await endInTime(() => client.get(new URL(`http://${good.host}/`)))).toBe('200 fine');
}

/** How a fetch ends that a busy machine may cost its deadline, twice at most. */
async function endInTime(get: () => Parameters<typeof endOf>[0]): Promise<string> {
  let end = '';
  for (let tries = 0; tries < 3; tries++) {
    end = await endOf(get());
    if (end !== 'ERR_FETCH_TIMEOUT') break;
  }
  return end;
}

/** A table of misbehaviours: what it is, what the server does, how the fetch must end. */
export type Table = readonly (readonly [string, Misbehaviour, string | RegExp])[];
