import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpClientOptions } from '../http/http-client.js';
import { MemoryHostLeases } from '../polite/memory-host-leases.js';
import { MemoryRobotsCache } from '../polite/memory-robots-cache.js';
import { PoliteClient } from '../polite/polite-client.js';
import type { RobotsCache } from '../polite/robots-cache.port.js';
import type { HostLeases } from '../polite/host-leases.port.js';
import { Turns } from '../polite/turns.js';
import { atEnd, roughClient } from './rough-server.js';

/** What the server itself saw: the only witness that counts for politeness. */
export interface Seen {
  readonly path: string;
  readonly at: number;
  readonly headers: IncomingMessage['headers'];
}

/** How a site answers for one of its paths. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a well-behaved server on loopback; what has no answer is not found. */
export async function site(pages: Readonly<Record<string, Answer>>) {
  const log: Seen[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    log.push({ path, at: performance.now(), headers: request.headers });
    const answer = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atEnd(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return { origin: `http://${host}`, host, log, paths: () => log.map(({ path }) => path) };
}

export const text =
  (body: string): Answer =>
  (_, response) =>
    void response.end(body);

export const redirect =
  (location: string, status = 302): Answer =>
  (_, response) =>
    void response.writeHead(status, { location }).end();

/** What a spec wants different from a client in use. */
export interface PoliteOptions extends HttpClientOptions {
  readonly hostDelayMs?: number;
  readonly maxWaitMs?: number;
  readonly leases?: HostLeases;
  readonly robots?: RobotsCache;
}

/** A client that may fetch from these hosts, though they are on loopback. */
export function politeClient(hosts: readonly string[], options: PoliteOptions = {}): PoliteClient {
  const { hostDelayMs = 0, maxWaitMs = 5_000, leases, robots, ...http } = options;
  return new PoliteClient(
    roughClient(hosts, { deadlineMs: 5_000, connectTimeoutMs: 5_000, ...http }),
    new Turns(leases ?? new MemoryHostLeases(), maxWaitMs),
    robots ?? new MemoryRobotsCache(),
    { hostDelayMs, robotsAgent: 'TocsinBot', maxRedirects: 5 },
  );
}
