import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** One message as a receiver got it. */
export interface Received {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** `incident/revision`, or the type of what is no incident. */
  readonly told: string;
}

export interface Receiver {
  readonly url: string;
  /** `host:port`, which must be allowed: it is not public. */
  readonly host: string;
  /** All that came, also what it refused. */
  readonly received: Received[];
  /** What it took: answered with success. */
  readonly taken: Received[];
  close(): Promise<void>;
}

/** What a receiver answers; undefined: it breaks the connection. */
export type Answering = (message: Received) => number | undefined | Promise<number>;

/** A web server that takes webhooks, or doesn't. */
export async function startReceiver(answering: Answering = () => 204): Promise<Receiver> {
  const received: Received[] = [];
  const taken: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const { type, data } = JSON.parse(body);
      const told = data.incident ? `${data.incident.incidentId}/${data.incident.revision}` : type;
      const id = String(request.headers['webhook-id']);
      const message = { id, headers: request.headers, body, told };
      received.push(message);
      void Promise.resolve(answering(message)).then((status) => answer(message, status));
    });
    const answer = (message: Received, status: number | undefined) => {
      if (status === undefined) return void request.socket.destroy();
      if (status < 300) taken.push(message);
      response
        .writeHead(status, status === 302 ? { location: 'http://127.0.0.1/' } : {})
        .end('said');
    };
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/hook`,
    host,
    received,
    taken,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Throws unless the library takes the message's signature. */
export const verify = (secret: string, { body, headers }: Received): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);
