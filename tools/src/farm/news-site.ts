import type { ServerResponse } from 'node:http';
import { contentOf, feedOf, type Content } from './content.js';
import { FEED_PATH, ROBOTS_PATH } from './farm-log.js';
import type { Site } from './farm.js';

export interface NewsSiteOptions {
  /** Paths that the feed names. */
  readonly paths: readonly string[];
  /** The page of a path. */
  readonly pageOf: (path: string) => Content;
  readonly robots?: string;
  /** Milliseconds that the server thinks before each answer. */
  readonly latencyMs?: number;
  /** Sent as they are with the feed and with every page, and answered with 304 when they come back. */
  readonly validators?: Validators;
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
  const { paths, pageOf, latencyMs = 0, validators, opened } = options;
  const known = new Set(paths);
  const robots = contentOf('text/plain; charset=utf-8', options.robots ?? ROBOTS);
  let feed: Content | undefined;
  const contentAt = (host: string, path: string): Content | undefined => {
    if (path === ROBOTS_PATH) return robots;
    if (path === FEED_PATH) return (feed ??= feedOf(host, paths));
    return known.has(path) ? pageOf(path) : undefined;
  };
  return (request, response) => {
    const path = request.url ?? '/';
    const content = contentAt(request.headers.host ?? '', path);
    const isUnchanged =
      path !== ROBOTS_PATH &&
      validators !== undefined &&
      request.headers['if-none-match'] === validators.etag;
    const answer = () => {
      if (!content) return void response.writeHead(404).end();
      if (path !== ROBOTS_PATH && validators) {
        response.setHeader('etag', validators.etag);
        response.setHeader('last-modified', validators.lastModified);
      }
      if (isUnchanged) return void response.writeHead(304).end();
      send(response, content, /\bgzip\b/.test(String(request.headers['accept-encoding'])));
    };
    const later = () => void (latencyMs > 0 ? setTimeout(answer, latencyMs) : answer());
    if (opened) void opened.then(later);
    else later();
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
