import { contentOf, feedOf } from './content.js';
import { FEED_PATH, ROBOTS_PATH } from './farm-log.js';
import type { Site } from './farm.js';

/** Ways to waste an asker's time. */
export const TARPITS = ['silent', 'silent-pages', 'dripping-pages', 'dripping'] as const;
export type Tarpit = (typeof TARPITS)[number];

/** Milliseconds between two bytes of a drip: often enough to reset any timer that waits for data. */
const DRIP_MS = 1_000;
const ALLOW_ALL = contentOf('text/plain', 'User-agent: *\nAllow: /\n');

/**
 * A site that accepts and then never comes to an end. One that tarpits its pages alone answers
 * robots.txt and feed first, so that whoever asks has many of its pages to wait for.
 *
 * @param paths that the feed names
 */
export function tarpitSite(kind: Tarpit, paths: readonly string[]): Site {
  const isLure = kind.endsWith('-pages');
  const drips = kind.startsWith('dripping');
  return (request, response) => {
    const host = request.headers.host ?? '';
    if (isLure && request.url === ROBOTS_PATH) return void response.end(ALLOW_ALL.plain);
    if (isLure && request.url === FEED_PATH) return void response.end(feedOf(host, paths).plain);
    if (!drips) return;
    response.writeHead(200, { 'content-type': 'text/html' }).write('<');
    const timer = setInterval(() => response.write('p'), DRIP_MS);
    response.once('close', () => clearInterval(timer));
  };
}
