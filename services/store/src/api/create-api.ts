import { Module, type DynamicModule, type LoggerService, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Queryable } from '@tocsin/persistence';
import { observeCalls } from '@tocsin/telemetry';
import { serveConsole } from '../console/serve-console.js';
import { describeApi } from '../openapi/openapi.js';
import { LiveStreams } from '../live/live-streams.js';
import type { Sending } from '../webhooks/send.js';
import type { Line } from '../operating/line.js';
import { operatingOn } from '../operating/operating-module.js';
import { ArticlesController } from './articles.controller.js';
import { DATABASE } from './database.token.js';
import { ExportsController } from './exports.controller.js';
import { OPEN_ON_LOOPBACK, prepareHttp, type HttpSettings } from './http.js';
import { IncidentsController } from './incidents.controller.js';
import { KeysController } from './keys.controller.js';
import { LiveController } from './live.controller.js';
import { DEDUPLICATOR, FETCHER, passOn, type ServicePlace } from './pass-on.js';
import { ProblemFilter } from './problem.filter.js';
import { QueriesController } from './queries.controller.js';
import { SENDING, SENDS_NOTHING } from './sending.token.js';
import { SnapshotController } from './snapshot.controller.js';
import { StatsController } from './stats.controller.js';
import { WebhooksController } from './webhooks.controller.js';

/** Bodies are keys, queries and webhooks: all small. */
const BODY_LIMIT_BYTES = 16 * 1024;
const REQUEST_TIMEOUT_MS = 15_000;

const SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Kept by the client and asked for anew with its ETag.
  'cache-control': 'private, no-cache',
};

@Module({})
export class StoreModule {}

export interface ApiDependencies {
  readonly db: Queryable;
  readonly logger: LoggerService;
  /** Health, metrics, message consumers. */
  readonly imports: NonNullable<DynamicModule['imports']>;
  readonly controllers: readonly Type[];
  /** Open on loopback unless said otherwise. */
  readonly http?: HttpSettings;
  /** Undefined: feed calls are not passed on. */
  /** What webhooks are tried by; undefined: none is. */
  readonly webhooks?: Sending;
  readonly fetcher?: ServicePlace;
  /** Undefined: analysts' commands are not passed on. */
  readonly deduplicator?: ServicePlace;
  /** Undefined: nothing of the broker can be asked. */
  readonly line?: Line;
  /** The folder of the built console; without it there is the API alone. */
  readonly consoleFolder?: string;
}

/** The service's Nest application, with its API and without its consumers started. */
export async function createApi(dependencies: ApiDependencies): Promise<NestFastifyApplication> {
  const { db, logger, imports, controllers, http = OPEN_ON_LOOPBACK, fetcher } = dependencies;
  const { webhooks = SENDS_NOTHING } = dependencies;
  const streams = new LiveStreams();
  const { line = null, deduplicator = null } = dependencies;
  const keepers = { deduplicator, fetcher: fetcher ?? null };
  const operating = operatingOn(db, line, keepers, Date.now);
  const module: DynamicModule = {
    module: StoreModule,
    imports,
    controllers: [
      ExportsController,
      LiveController,
      IncidentsController,
      ArticlesController,
      SnapshotController,
      StatsController,
      KeysController,
      QueriesController,
      WebhooksController,
      ...operating.controllers,
      ...controllers,
    ],
    providers: [
      { provide: DATABASE, useValue: db },
      { provide: LiveStreams, useValue: streams },
      { provide: SENDING, useValue: webhooks },
      ...operating.providers,
    ],
  };
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 256 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger });
  app.useGlobalFilters(new ProblemFilter((error) => logger.error(error)));
  const fastify = adapter.getInstance();
  observeCalls(fastify);
  await prepareHttp(app, db, http);
  if (fetcher) passOn(fastify, FETCHER, fetcher);
  if (deduplicator) passOn(fastify, DEDUPLICATOR, deduplicator);
  fastify.addHook('onSend', async (_request, reply) => {
    // The console's files have stricter and looser ones of their own.
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!reply.hasHeader(name)) reply.header(name, value);
    }
  });
  // A server waits for open answers before it stops, and these would never end.
  fastify.addHook('preClose', async () => streams.close());
  fastify.addHook('preClose', () => operating.stop());
  if (dependencies.consoleFolder) await serveConsole(fastify, dependencies.consoleFolder);
  const description = describeApi(app);
  fastify.get('/v1/openapi.json', async () => description);
  return app;
}
