import compress from '@fastify/compress';
import etag from '@fastify/etag';
import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Queryable } from '@tocsin/persistence';
import { createHash } from 'node:crypto';
import { checkAccess, type AccessSettings } from '../access/access.js';
import { ProblemError } from './problem.js';

export interface HttpSettings extends AccessSettings {
  readonly corsOrigins: readonly string[];
  readonly requestsPerMinute: number;
}

/** As on a developer's machine: reading and changing are open on loopback. */
export const OPEN_ON_LOOPBACK: HttpSettings = {
  operatorKey: null,
  read: 'loopback',
  host: '127.0.0.1',
  corsOrigins: [],
  requestsPerMinute: 10_000_000,
};

/** Smaller answers gain nothing. */
const COMPRESSED_FROM_BYTES = 1_024;
/**
 * Up to here an answer is packed in one go, in 1 to 3 ms, and sent with its length. By a stream it goes through other
 * threads by 16 KB, and what the stream holds outlives the young generation: a third more CPU for a page of 170 kB.
 */
const PACKED_AT_ONCE_BYTES = 512 * 1_024;
/** Half of the usual level's time for a fifth more bytes: a page of 170 kB is waited for. */
const GZIP_LEVEL = 3;

/** Access, rate limits, ETags, compression and CORS, in the order in which a request meets them. */
export async function prepareHttp(
  app: NestFastifyApplication,
  db: Queryable,
  settings: HttpSettings,
): Promise<void> {
  const { corsOrigins, requestsPerMinute } = settings;
  if (corsOrigins.length > 0) {
    app.enableCors({
      origin: [...corsOrigins],
      methods: ['GET', 'HEAD'],
      exposedHeaders: ['link', 'etag', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
    });
  }
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    allowList: (request) => !request.url.startsWith('/v1/'),
    keyGenerator: ({ headers: { authorization }, ip }) =>
      authorization === undefined ? ip : createHash('sha256').update(authorization).digest('hex'),
    errorResponseBuilder: (_, { after }) =>
      new ProblemError(429, 'ERR_API_RATE', `Too many requests; come again in ${after}.`),
  });
  // Strong tags would have to differ by encoding.
  await app.register(etag, { weak: true });
  await app.register(compress, {
    threshold: COMPRESSED_FROM_BYTES,
    syncThreshold: PACKED_AT_ONCE_BYTES,
    encodings: ['br', 'gzip'],
    zlibOptions: { level: GZIP_LEVEL },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      const { method, url, headers } = request;
      request.caller = await checkAccess(db, settings, { method, url, headers }, Date.now());
    });
}
