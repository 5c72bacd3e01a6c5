import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

/** Where calls that are the fetcher's go, and with which key. */
export interface FetcherPlace {
  readonly url: string;
  readonly key: string | null;
}

/** What of the API is the fetcher's: its feeds, its queue, and articles that are handed in. */
const PATHS = ['/v1/feeds', '/v1/documents', '/v1/frontier'];
const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'];
/** As much as the fetcher takes. */
const BODY_LIMIT_BYTES = 12 * 1024 * 1024;
const TIMEOUT_MS = 30_000;
const HANDED_BACK = ['content-type', 'retry-after'];

/** Passes feed calls on; who may make them has been checked before. */
export function passToFetcher(fastify: FastifyInstance, { url, key }: FetcherPlace): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const target = new URL(request.url, url);
    // Dots in a path are resolved by now: nothing else of the fetcher may be reached through this.
    if (!PATHS.some((path) => `${target.pathname}/`.startsWith(`${path}/`))) {
      throw new ProblemError(404, 'ERR_API_NOT_FOUND', 'There is no such path.');
    }
    const response = await ask(target, request, key);
    for (const name of HANDED_BACK) {
      const value = response.headers.get(name);
      if (value !== null) reply.header(name, value);
    }
    return reply.status(response.status).send(Buffer.from(await response.arrayBuffer()));
  };
  for (const path of PATHS) {
    for (const route of [path, `${path}/*`]) {
      fastify.route({ method: METHODS, url: route, bodyLimit: BODY_LIMIT_BYTES, handler });
    }
  }
}

async function ask(target: URL, request: FastifyRequest, key: string | null): Promise<Response> {
  const { method, body, headers } = request;
  const idempotency = headers['idempotency-key'];
  try {
    return await fetch(target, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined || body === null ? {} : { 'content-type': 'application/json' }),
        ...(typeof idempotency === 'string' ? { 'idempotency-key': idempotency } : {}),
      },
      ...(body === undefined || body === null ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ProblemError(502, 'ERR_API_FETCHER', "The fetcher doesn't answer; try again later.");
  }
}
