import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import {
  databaseConnection,
  databaseSettings,
  httpSettings,
  kafkaConnection,
  kafkaSettings,
  loadConfig,
  logSettings,
  otelSettings,
  storeSettings,
} from '@tocsin/config';
import { AddressPolicy, Poster } from '@tocsin/fetching';
import { contractCodec, messagingLog, outboxEncoder, systemEnvironment } from '@tocsin/messaging';
import {
  assertTopics,
  KafkaBroker,
  KafkaTransport,
  serviceTopics,
  togetherOptions,
} from '@tocsin/messaging-kafka';
import {
  createTransactionMiddleware,
  observeOutboxAge,
  observePool,
  openDatabase,
  OutboxRelay,
  pooled,
  PositionStore,
} from '@tocsin/persistence';
import {
  createLogger,
  HealthModule,
  HealthRegistry,
  logWarnings,
  NestLogger,
  runService,
  startTelemetry,
  type Stop,
} from '@tocsin/telemetry';
import { createApi } from './api/create-api.js';
import { lineOn } from './operating/line.js';
import { audit } from './maintenance/audit.js';
import { Caretaker } from './maintenance/caretaker.js';
import { logFindings, NightlyAudit } from './maintenance/nightly-audit.js';
import { recount } from './tables/tally-table.js';
import { migrations } from './migrations/index.js';
import { MessagesController } from './wiring/messages.controller.js';
import { Courier } from './webhooks/courier.js';
import type { Sending } from './webhooks/send.js';
import { countTry, observeWaiting } from './webhooks/webhook-metrics.js';
import { SERVICE, topology } from './wiring/topology.js';

/** What webhooks are told by. */
const USER_AGENT = 'Tocsin/0.1 (webhooks)';

/** What the build made of services/console: files, no code of ours. */
const CONSOLE = fileURLToPath(new URL('../../console/dist', import.meta.url));

/** Boots one replica, serves until told to stop, and leaves nothing half done. */
async function boot(): Promise<Stop> {
  const config = loadConfig({
    database: databaseSettings,
    http: httpSettings,
    kafka: kafkaSettings,
    log: logSettings,
    otel: otelSettings,
    store: storeSettings,
  });
  const telemetry = startTelemetry({ serviceName: SERVICE, config: config.otel });
  const logger = createLogger({ serviceName: SERVICE, level: config.log.level });
  logWarnings(logger);
  const log = messagingLog(logger);
  const kafka = { ...kafkaConnection(config.kafka), clientId: SERVICE };
  const role = `tocsin_${SERVICE}`;
  const database = await openDatabase({
    ...databaseConnection(config.database),
    schema: SERVICE,
    role,
    migrations,
    entities: [],
  });
  const db = pooled(database);
  const broker = new KafkaBroker(kafka, log, {
    ...togetherOptions,
    sessionTimeoutMs: config.kafka.sessionTimeoutMs,
  });
  // Apart from the line's own, so that an operator's reading never holds it up.
  const operator = new KafkaBroker({ ...kafka, clientId: `${SERVICE}-operator` }, log);
  const relay = new OutboxRelay({
    database,
    publisher: broker,
    onError: (error) => logger.error({ err: error }, 'The outbox relay had to stop a pass.'),
  });
  observeOutboxAge(relay);
  observePool(database, SERVICE);

  const nightly = new NightlyAudit({
    audit: async (nowMs) => {
      const wrong = await recount(db);
      if (wrong > 0) logger.warn({ wrong }, 'The counts were wrong and have been counted anew.');
      return audit(db, nowMs);
    },
    onFindings: logFindings(logger),
    now: Date.now,
  });
  nightly.observe();
  const caretaker = new Caretaker(
    db,
    Date.now,
    (error) => logger.error({ err: error }, 'The caretaker had to give up a round.'),
    () => nightly.whenDue(),
  );

  const poster = new Poster(new AddressPolicy(config.store.webhookAllowPrivate), USER_AGENT);
  const webhooks: Sending = { poster, now: Date.now, count: countTry };
  observeWaiting(db, Date.now);
  const courier = new Courier({
    ...webhooks,
    db,
    random: Math.random,
    onError: (error) => logger.error({ err: error }, 'A webhook could not be told for now.'),
  });

  const stateful = {
    transaction: createTransactionMiddleware(
      database,
      outboxEncoder(SERVICE, contractCodec, Date.now),
    ),
    position: new PositionStore(db),
  };
  const strategy = new KafkaTransport(topology(stateful, Date.now), {
    broker,
    codec: contractCodec,
    environment: systemEnvironment(log),
    assertReady: () =>
      assertTopics(kafka, serviceTopics(SERVICE, config.kafka.replicationFactor), log),
  });

  const registry = new HealthRegistry();
  registry.register('database', () => db.query('SELECT 1'));
  registry.register('broker', () => broker.ranges('article-extracted'));
  const { renderMetrics } = telemetry;
  const operatorKey = config.store.apiKey ?? null;
  const app = await createApi({
    db,
    logger: new NestLogger(logger),
    imports: [HealthModule.forRoot({ registry, renderMetrics })],
    controllers: [MessagesController],
    http: { ...config.store, operatorKey, host: config.http.host },
    line: lineOn(operator),
    fetcher: { url: config.store.fetcherUrl, key: operatorKey },
    webhooks,
    deduplicator: { url: config.store.deduplicatorUrl, key: operatorKey },
    consoleFolder: CONSOLE,
  });
  app.connectMicroservice({ strategy });
  await app.startAllMicroservices();
  await app.listen(config.http.port, config.http.host);
  relay.start();
  caretaker.start();
  courier.start();
  logger.info({ code: 'STORE_READY' }, `The store serves on ${await app.getUrl()}.`);

  return async () => {
    // The relay first: closing the application closes the broker that it publishes to.
    await relay.stop();
    await Promise.all([caretaker.stop(), courier.stop()]);
    await app.close();
    await poster.close();
    await operator.close();
    await database.destroy();
    await telemetry.shutdown();
  };
}

await runService(SERVICE, boot);
