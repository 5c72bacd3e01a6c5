import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server saw it. */
export interface Seen {
  readonly path: string;
  /** `performance.now()` when it came, and when its answer was sent. */
  readonly at: number;
  ended: number;
  readonly headers: IncomingMessage['headers'];
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A site on loopback that keeps a log; what a path answers can be changed at any time. */
export class NewsSite {
  readonly seen: Seen[] = [];
  private readonly answers = new Map<string, Answer>();
  private fallback: Answer = (request, response) => html(response, `<p>${request.url}</p>`);

  private constructor(private readonly server: Server) {}

  /** @param address on loopback: each counts as a host of its own */
  static async start(address = '127.0.0.1'): Promise<NewsSite> {
    const server = createServer((request, response) => site.handle(request, response));
    const site = new NewsSite(server);
    await new Promise<void>((listening) => server.listen(0, address, listening));
    return site;
  }

  get host(): string {
    const { address, port } = this.server.address() as AddressInfo;
    return `${address}:${port}`;
  }
  get origin(): string {
    return `http://${this.host}`;
  }
  get paths(): string[] {
    return this.seen.map(({ path }) => path);
  }

  on(path: string, answer: Answer | string): this {
    this.answers.set(path, typeof answer === 'string' ? (_, r) => void r.end(answer) : answer);
    return this;
  }

  otherwise(answer: Answer): this {
    this.fallback = answer;
    return this;
  }

  /** Smallest milliseconds between the end of an answer and the next request; negative when they overlap. */
  smallestGap(): number {
    return Math.min(...this.seen.slice(1).map(({ at }, i) => at - (this.seen[i]?.ended ?? 0)));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    const one: Seen = { path, at: performance.now(), ended: Infinity, headers: request.headers };
    this.seen.push(one);
    response.on('finish', () => (one.ended = performance.now()));
    const answer = this.answers.get(path);
    if (answer) answer(request, response);
    else if (path === '/robots.txt') response.writeHead(404).end();
    else this.fallback(request, response);
  }
}

export const html = (response: ServerResponse, body: string) =>
  void response.setHeader('content-type', 'text/html').end(body);

/** An RSS feed of links, each with a date or none. */
export const rss = (links: readonly (string | readonly [link: string, date: string])[]): string =>
  `<rss version="2.0"><channel><title>News</title>${links
    .map((link) =>
      typeof link === 'string'
        ? `<item><link>${link}</link></item>`
        : `<item><link>${link[0]}</link><pubDate>${link[1]}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;
