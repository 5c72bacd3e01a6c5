import type { ServerResponse } from 'node:http';
import { contentOf, feedOf, type Content } from './content.js';
import { FEED_PATH, ROBOTS_PATH } from './farm-log.js';
import type { Site } from './farm.js';

export interface NewsSiteOptions {
  /** Paths that the feed names; may grow. */
  readonly paths: readonly string[];
  /** The page of a path, whether or not the feed names it. */
  readonly pageOf: (path: string) => Content | undefined;
  readonly robots?: string;
  /** Milliseconds that the server thinks before each answer. */
  readonly latencyMs?: number;
  /** Of the feed as it is now: sent as they are, and answered with 304 when they come back. */
  readonly validators?: () => Validators;
  /** No answer leaves before it resolves. */
  readonly opened?: Promise<void>;
}

export interface Validators {
  readonly etag: string;
  readonly lastModified: string;
}

const ROBOTS = 'User-agent: *\nDisallow: /admin/\nDisallow: /search\n';

/** A site that behaves: robots.txt, a feed, pages; gzip for those who take it. */
export function newsSite(options: NewsSiteOptions): Site {
  const { paths, pageOf, latencyMs = 0, opened } = options;
  const robots = contentOf('text/plain; charset=utf-8', options.robots ?? ROBOTS);
  const currentFeed = remembered(paths);
  const contentAt = (host: string, path: string): Content | undefined => {
    if (path === ROBOTS_PATH) return robots;
    if (path === FEED_PATH) return currentFeed(host);
    return pageOf(path);
  };
  return (request, response) => {
    const path = request.url ?? '/';
    const answer = () => {
      const content = contentAt(request.headers.host ?? '', path);
      if (!content) return void response.writeHead(404).end();
      if (path === FEED_PATH && options.validators) {
        const { etag, lastModified } = options.validators();
        response.setHeader('etag', etag).setHeader('last-modified', lastModified);
        if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      }
      send(response, content, /\bgzip\b/.test(String(request.headers['accept-encoding'])));
    };
    const later = () => void (latencyMs > 0 ? setTimeout(answer, latencyMs) : answer());
    if (opened) void opened.then(later);
    else later();
  };
}

/** The feed of these paths, made again only when there are more. */
function remembered(paths: readonly string[]): (host: string) => Content {
  let count = -1;
  let feed: Content;
  return (host) => {
    if (count !== paths.length) feed = feedOf(host, paths);
    count = paths.length;
    return feed;
  };
}

function send(response: ServerResponse, { type, plain, gzip }: Content, asGzip: boolean): void {
  const body = asGzip ? gzip : plain;
  response
    .writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      vary: 'accept-encoding',
      ...(asGzip ? { 'content-encoding': 'gzip' } : {}),
    })
    .end(body);
}
