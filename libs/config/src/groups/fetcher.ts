import Type, { type Static } from 'typebox';
import { apiKey } from './api-key.js';
import { blobDir } from './blob-dir.js';

/** How the fetcher behaves towards the sites that it reads. */
export const fetcherSettings = Type.Object({
  allowPrivate: Type.Array(Type.String({ pattern: '^[^\\s,]+:\\d{1,5}$' }), {
    env: 'TOCSIN_FETCH_ALLOW_PRIVATE',
    description:
      'host:port pairs, separated by commas, that may be fetched although their address is not public.',
    default: [],
  }),
  concurrency: Type.Integer({
    env: 'TOCSIN_FETCH_CONCURRENCY',
    description:
      'Requests that begin at once in one instance, over all hosts; those that take longer than 250 ms make room for others.',
    minimum: 1,
    maximum: 1_000,
    default: 64,
  }),
  maxSockets: Type.Integer({
    env: 'TOCSIN_FETCH_MAX_SOCKETS',
    description: 'Connections open at once in one instance, slow and idle ones included.',
    minimum: 2,
    maximum: 20_000,
    default: 4_096,
  }),
  hostDelayMs: Type.Integer({
    env: 'TOCSIN_FETCH_HOST_DELAY_MS',
    description: 'Milliseconds between two requests to one host, across all instances.',
    minimum: 0,
    maximum: 600_000,
    default: 2_000,
  }),
  userAgent: Type.String({
    env: 'TOCSIN_FETCH_USER_AGENT',
    description:
      'User-Agent header; its first word is the agent that robots.txt rules are read for.',
    minLength: 1,
    default: 'TocsinBot/0.1',
  }),
  pollIntervalMinMs: Type.Integer({
    env: 'TOCSIN_FETCH_POLL_INTERVAL_MIN_MS',
    description: 'Shortest time in milliseconds between two polls of one feed.',
    minimum: 100,
    maximum: 86_400_000,
    default: 600_000,
  }),
  pollIntervalMaxMs: Type.Integer({
    env: 'TOCSIN_FETCH_POLL_INTERVAL_MAX_MS',
    description: 'Longest time in milliseconds between two polls of one feed.',
    minimum: 100,
    maximum: 2_592_000_000,
    default: 604_800_000,
  }),
  recheckHours: Type.Array(Type.Number({ minimum: 0, maximum: 8_760 }), {
    env: 'TOCSIN_FETCH_RECHECK_HOURS',
    description:
      'Hours after its first fetch at which a fresh article is read again for changes, separated by commas, growing; a comma alone for never.',
    default: [1, 6, 24, 72],
  }),
  apiKey,
  blobDir,
});
export type FetcherConfig = Readonly<Static<typeof fetcherSettings>>;
