import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  databaseConnection,
  databaseSettings,
  fetcherSettings,
  httpSettings,
  kafkaConnection,
  kafkaSettings,
  loadConfig,
  logSettings,
  otelSettings,
} from '@tocsin/config';
import { messagingLog, tracedPublisher } from '@tocsin/messaging';
import { assertTopics, KafkaBroker, serviceTopics } from '@tocsin/messaging-kafka';
import { BY_INDEX, observePool, openDatabase, pooled } from '@tocsin/persistence';
import {
  createLogger,
  HealthRegistry,
  logWarnings,
  NestLogger,
  observeCalls,
  runService,
  startTelemetry,
  type Stop,
} from '@tocsin/telemetry';
import { FeedManagement } from './api/feed-management.js';
import { AppModule } from './app.module.js';
import { Fetcher } from './fetcher.js';
import { fetcherMigrations } from './frontier/migrations.js';
import { logFault } from './logs.js';
import { countEnd, observeFrontier } from './measures.js';
import { FsBlobStore } from './publish/fs-blob-store.js';
import { PushDocument } from './publish/push-document.js';

const SERVICE = 'fetcher';
/** A pushed page may be as large as a fetched one. */
const BODY_LIMIT_BYTES = 12 * 1024 * 1024;

/** Boots one replica, serves until told to stop, and leaves nothing half done. */
async function boot(): Promise<Stop> {
  const config = loadConfig({
    database: databaseSettings,
    fetcher: fetcherSettings,
    http: httpSettings,
    kafka: kafkaSettings,
    log: logSettings,
    otel: otelSettings,
  });
  const telemetry = startTelemetry({ serviceName: SERVICE, config: config.otel });
  const logger = createLogger({ serviceName: SERVICE, level: config.log.level });
  logWarnings(logger);
  const kafka = { ...kafkaConnection(config.kafka), clientId: SERVICE };
  const log = messagingLog(logger);
  await assertTopics(kafka, serviceTopics(SERVICE, config.kafka.replicationFactor), log);
  const database = await openDatabase({
    ...databaseConnection(config.database),
    schema: SERVICE,
    role: `tocsin_${SERVICE}`,
    session: BY_INDEX,
    migrations: fetcherMigrations,
    entities: [],
  });
  // What it publishes is mostly bodies, which are compressed already.
  const broker = new KafkaBroker({ ...kafka, compression: 'none' }, log);
  const publisher = tracedPublisher(broker);
  const blobs = new FsBlobStore(config.fetcher.blobDir);
  observePool(database, SERVICE);
  observeFrontier(pooled(database));
  const fetcher = new Fetcher(config.fetcher, {
    database,
    publisher,
    blobs,
    count: countEnd,
    onError: logFault(logger),
  });
  const registry = new HealthRegistry();
  registry.register('database', () => pooled(database).query('SELECT 1'));
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES });
  observeCalls(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot({
      fetcher,
      feeds: new FeedManagement(fetcher.feeds, database, config.fetcher.pollIntervalMinMs),
      documents: new PushDocument(database, publisher, blobs),
      kept: { db: pooled(database), blobs },
      access: { apiKey: config.fetcher.apiKey ?? null, host: config.http.host },
      health: { registry, renderMetrics: telemetry.renderMetrics },
    }),
    adapter,
    { logger: new NestLogger(logger) },
  );
  await app.listen(config.http.port, config.http.host);
  fetcher.start();
  logger.info({ code: 'FETCHER_READY' }, `The fetcher serves on ${await app.getUrl()}.`);

  return async () => {
    await app.close();
    await fetcher.stop();
    await broker.close();
    await database.destroy();
    await telemetry.shutdown();
  };
}

await runService(SERVICE, boot);
