import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../stack/ports.js';
import { FarmLog, type FarmAnswer } from './farm-log.js';

/** Answers a request of one host, or lets the asker wait. */
export type Site = (request: IncomingMessage, response: ServerResponse) => void;

/** Many hosts on loopback, each with an address of its own and all with one port and one log. */
export interface Farm {
  /** As `host:port`: how URLs name them and how the fetcher's address guard excepts them. */
  readonly hosts: readonly string[];
  readonly log: FarmLog;
  /** Connections that were ever opened. */
  readonly connections: number;
  close(): Promise<void>;
}

/** 127.1.0.0/16 is loopback on Linux without any set-up. */
const addressOf = (index: number): string => `127.1.${index >> 8}.${index & 0xff}`;

/**
 * Starts one site for each host.
 *
 * @param sites at most 65,536
 */
export async function startFarm(sites: readonly Site[]): Promise<Farm> {
  const port = await freePort();
  const hosts = sites.map((_, index) => `${addressOf(index)}:${port}`);
  const siteOf = new Map(hosts.map((host, index) => [host, sites[index] as Site]));
  const log = new FarmLog();
  const open = new Set<Socket>();
  let connections = 0;

  const http = createHttpServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    const host = request.headers.host ?? '';
    const entry = log.begin({
      host,
      path: request.url ?? '/',
      at: performance.now(),
      userAgent: request.headers['user-agent'] ?? '',
      ifNoneMatch: request.headers['if-none-match'] ?? null,
      ifModifiedSince: request.headers['if-modified-since'] ?? null,
    });
    const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
    // Before the last byte leaves: who has read it may ask again while this process still sleeps.
    response.end = ((...args: unknown[]) => {
      log.finish(entry, performance.now(), answerOf(response));
      return end(...args);
    }) as typeof response.end;
    response.once('close', () => log.finish(entry, performance.now(), null));
    const site = siteOf.get(host);
    if (site) site(request, response);
    else response.writeHead(421).end();
  });
  const listeners = await Promise.all(
    sites.map((_, index) =>
      listen(addressOf(index), port, (server) =>
        server.on('connection', (socket) => {
          connections += 1;
          open.add(socket.once('close', () => open.delete(socket)));
          http.emit('connection', socket);
        }),
      ),
    ),
  );
  return {
    hosts,
    log,
    get connections() {
      return connections;
    },
    close: async () => {
      const closed = listeners.map(
        (server) => new Promise<void>((resolve) => server.close(() => resolve())),
      );
      for (const socket of open) socket.destroy();
      await Promise.all(closed);
    },
  };
}

function answerOf(response: ServerResponse): FarmAnswer {
  const header = (name: string) => (response.getHeader(name) as string | undefined) ?? null;
  return {
    status: response.statusCode,
    etag: header('etag'),
    lastModified: header('last-modified'),
  };
}

function listen(host: string, port: number, prepare: (server: Server) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    prepare(server);
    server.once('error', reject).listen({ host, port }, () => resolve(server));
  });
}
