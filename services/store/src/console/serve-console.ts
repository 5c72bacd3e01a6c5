import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { CONSOLE_HEADERS } from './console-headers.js';

/** Paths that the console has a page for: one file answers them all. */
const PAGES = ['/', '/incidents/:id', '/articles/:id', '/pipeline'];

/** Names of built files hold their content's hash: what one has, one has for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASKED_AGAIN = 'no-cache';

/**
 * Serves the console's built files and nothing else of the folder's surroundings.
 *
 * @param folder what `npm run build` made of services/console
 * @throws Error when it isn't built
 */
export async function serveConsole(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`The console is not built: there is no ${join(folder, 'index.html')}.`);
  }
  await fastify.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  const send = (reply: FastifyReply, file: string, caching: string) =>
    reply.headers({ ...CONSOLE_HEADERS, 'cache-control': caching }).sendFile(file);
  for (const page of PAGES) {
    fastify.get(page, (_request, reply) => send(reply, 'index.html', ASKED_AGAIN));
  }
  fastify.get('/favicon.svg', (_request, reply) => send(reply, 'favicon.svg', ASKED_AGAIN));
  const assets = new Set(readdirSync(join(folder, 'assets')));
  fastify.get<{ Params: { file: string } }>('/assets/:file', ({ params: { file } }, reply) =>
    assets.has(file) ? send(reply, `assets/${file}`, FOR_EVER) : reply.callNotFound(),
  );
}
