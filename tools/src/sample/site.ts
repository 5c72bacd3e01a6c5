import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundledArticles } from './articles.js';
import type { SampleArticle } from './articles.js';
import { renderFeed, renderPage } from './page.js';

export interface SampleSiteOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** The bundled articles unless given. */
  readonly articles?: readonly SampleArticle[];
}

export interface SampleSite {
  readonly origin: string;
  readonly feedUrl: string;
  /** How many articles are published by now. */
  readonly articleCount: number;
  /** Every request's path, in order of arrival. */
  readonly log: readonly string[];
  /** Adds articles to the feed, each with its page. */
  publish(more: readonly SampleArticle[]): void;
  close(): Promise<void>;
}

/** A small news site on loopback: a front page, a feed with validators, article pages, robots.txt. */
export async function startSampleSite(options: SampleSiteOptions): Promise<SampleSite> {
  const articles: SampleArticle[] = [];
  const byPath = new Map<string, SampleArticle>();
  const publish = (more: readonly SampleArticle[]) => {
    articles.push(...more);
    for (const article of more) byPath.set(`/news/${article.id}`, article);
  };
  publish(options.articles ?? bundledArticles());
  const log: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    log.push(path);
    const article = byPath.get(path);
    if (article) {
      const at = articles.indexOf(article);
      const others = [...articles.slice(at + 1), ...articles.slice(0, at)];
      return send(response, 'text/html; charset=utf-8', renderPage(article, others));
    }
    if (path === '/robots.txt') return send(response, 'text/plain', 'User-agent: *\nAllow: /\n');
    if (path !== '/feed.xml') return send(response, 'text/plain', 'Not found\n', 404);
    const etag = `"${articles.length}"`;
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    return send(response, 'application/rss+xml; charset=utf-8', renderFeed(articles, origin));
  };
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    feedUrl: `${origin}/feed.xml`,
    get articleCount() {
      return articles.length;
    },
    log,
    publish,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, type: string, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}
