import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { ProblemError } from './problem.js';

/** Where another service is, and the key that opens it. */
export interface ServicePlace {
  readonly url: string;
  readonly key: string | null;
}

/** What of this API is another service's. */
interface Passed {
  readonly name: 'fetcher' | 'deduplicator';
  readonly code: string;
  readonly paths: readonly string[];
}

/** Its feeds, its queue, and articles that are handed in. */
export const FETCHER: Passed = {
  name: 'fetcher',
  code: 'ERR_API_FETCHER',
  paths: ['/v1/feeds', '/v1/documents', '/v1/frontier'],
};
/** Analysts' commands: it alone knows the mentions. */
export const DEDUPLICATOR: Passed = {
  name: 'deduplicator',
  code: 'ERR_API_DEDUPLICATOR',
  paths: ['/v1/curations'],
};

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'];
/** As much as the fetcher takes. */
const BODY_LIMIT_BYTES = 12 * 1024 * 1024;
const TIMEOUT_MS = 30_000;
const HANDED_BACK = ['content-type', 'retry-after'];

/** Passes calls on to the service whose they are; who may make them has been checked before. */
export function passOn(fastify: FastifyInstance, passed: Passed, place: ServicePlace): void {
  const { paths } = passed;
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const target = new URL(request.url, place.url);
    // Dots in a path are resolved by now: nothing else of the service may be reached through this.
    if (!paths.some((path) => `${target.pathname}/`.startsWith(`${path}/`))) {
      throw new ProblemError(404, 'ERR_API_NOT_FOUND', 'There is no such path.');
    }
    const response = await ask(passed, target, request, place.key);
    for (const name of HANDED_BACK) {
      const value = response.headers.get(name);
      if (value !== null) reply.header(name, value);
    }
    const body = Buffer.from(await response.arrayBuffer());
    reply.status(response.status);
    const problem = response.ok ? undefined : problemOf(response.status, body);
    if (problem === undefined) return reply.send(body);
    return reply.type('application/problem+json').send(JSON.stringify(problem));
  };
  for (const path of paths) {
    for (const route of [path, `${path}/*`]) {
      fastify.route({ method: METHODS, url: route, bodyLimit: BODY_LIMIT_BYTES, handler });
    }
  }
}

/** A service's refusal as this API tells refusals; undefined where it is none of the usual form. */
function problemOf(status: number, body: Buffer): object | undefined {
  try {
    const { code, message } = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
    if (typeof code !== 'string' || typeof message !== 'string') return undefined;
    return { type: 'about:blank', title: STATUS_CODES[status], status, code, detail: message };
  } catch {
    return undefined;
  }
}

async function ask(
  { name, code }: Passed,
  target: URL,
  request: FastifyRequest,
  key: string | null,
): Promise<Response> {
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
    throw new ProblemError(502, code, `The ${name} doesn't answer; try again later.`);
  }
}
