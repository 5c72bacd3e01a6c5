import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  databaseConnection,
  databaseSettings,
  deduplicatorSettings,
  httpSettings,
  kafkaConnection,
  kafkaSettings,
  loadConfig,
  logSettings,
  otelSettings,
} from '@tocsin/config';
import {
  contractCodec as codec,
  deadLetterEnds,
  messagingLog,
  outboxEncoder,
  systemEnvironment,
} from '@tocsin/messaging';
import {
  assertTopics,
  KafkaBroker,
  KafkaTransport,
  serviceTopics,
  togetherOptions,
} from '@tocsin/messaging-kafka';
import {
  BY_INDEX,
  createTransactionMiddleware,
  inTransaction,
  observeOutboxAge,
  observePool,
  openDatabase,
  OutboxRelay,
  persistenceMigrations,
  pooled,
  PositionStore,
} from '@tocsin/persistence';
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
import { Curations } from './api/curations.js';
import { Erasures } from './api/erasures.js';
import { AppModule } from './app.module.js';
import { HEAP_GROWTH } from './heap-growth.js';
import { indexMigrations } from './index/migrations.js';
import { expireSpans } from './index/spans.js';
import { repeatedly } from './repeatedly.js';
import { CONSUMED, SERVICE } from './topology.js';

/** Partitions expire by days; asking more often would find nothing. */
const EXPIRY_MS = 10 * 60_000;
/**
 * Records of one transaction. More cost nearly as much each, and what is held of them meanwhile makes the process large:
 * see ADR 75.
 */
const MOST_RECORDS = 100;

/** Boots one replica, works until told to stop, and leaves nothing half done. */
async function boot(): Promise<Stop> {
  setFlagsFromString(HEAP_GROWTH);
  const config = loadConfig({
    database: databaseSettings,
    deduplicator: deduplicatorSettings,
    http: httpSettings,
    kafka: kafkaSettings,
    log: logSettings,
    otel: otelSettings,
  });
  const telemetry = startTelemetry({ serviceName: SERVICE, config: config.otel });
  const logger = createLogger({ serviceName: SERVICE, level: config.log.level });
  logWarnings(logger);
  const log = messagingLog(logger);
  const environment = systemEnvironment(log);
  const { now } = environment.clock;
  const kafka = { ...kafkaConnection(config.kafka), clientId: SERVICE };

  const database = await openDatabase({
    ...databaseConnection(config.database),
    schema: SERVICE,
    role: `tocsin_${SERVICE}`,
    session: BY_INDEX,
    migrations: [...persistenceMigrations, ...indexMigrations],
    entities: [],
  });
  const broker = new KafkaBroker(kafka, log, {
    ...togetherOptions,
    sessionTimeoutMs: config.kafka.sessionTimeoutMs,
  });
  const relay = new OutboxRelay({
    database,
    publisher: broker,
    onError: (error) => logger.error({ err: error }, 'The outbox relay will try again.'),
  });
  observeOutboxAge(relay);
  observePool(database, SERVICE);
  const transaction = createTransactionMiddleware(database, outboxEncoder(SERVICE, codec, now), {
    mostRecords: MOST_RECORDS,
  });
  const transport = new KafkaTransport(
    CONSUMED.map((topic) => ({
      topic,
      group: SERVICE,
      options: { maxRecords: MOST_RECORDS },
      stateful: { transaction, position: new PositionStore(pooled(database)) },
      ...(topic === 'incident-extracted' ? { onSettled: deadLetterEnds(SERVICE, now) } : {}),
    })),
    {
      broker,
      codec,
      environment,
      assertReady: () =>
        assertTopics(kafka, serviceTopics(SERVICE, config.kafka.replicationFactor), log),
    },
  );
  const expiry = repeatedly(
    EXPIRY_MS,
    async () => {
      const { windowDays } = config.deduplicator;
      const spans = await inTransaction(database, (tx) => expireSpans(tx, windowDays));
      if (spans.length > 0) logger.info({ spans }, 'Signatures that left the window are dropped.');
    },
    (err) => logger.warn({ err }, 'Signatures that left the window will be dropped later.'),
  );
  const registry = new HealthRegistry();
  registry.register('database', () => pooled(database).query('SELECT 1'));
  registry.register('kafka', async () => {
    if (!transport.health().ready) throw new Error('the subscriptions have not heard from Kafka');
  });
  const adapter = new FastifyAdapter();
  observeCalls(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot({
      deduplicator: config.deduplicator,
      curations: new Curations(database, codec, now),
      erasures: new Erasures(database, config.deduplicator, codec, now),
      access: { apiKey: config.deduplicator.apiKey ?? null, host: config.http.host },
      health: { registry, renderMetrics: telemetry.renderMetrics },
    }),
    adapter,
    { logger: new NestLogger(logger) },
  );
  app.connectMicroservice({ strategy: transport });
  await app.startAllMicroservices();
  relay.start();
  await app.listen(config.http.port, config.http.host);
  logger.info({ code: 'DEDUPLICATOR_READY' }, `The deduplicator answers on ${await app.getUrl()}.`);

  return async () => {
    await relay.stop();
    await expiry.stop();
    await app.close();
    await database.destroy();
    await telemetry.shutdown();
  };
}

await runService(SERVICE, boot);
