import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  extractorSettings,
  httpSettings,
  kafkaConnection,
  kafkaSettings,
  loadConfig,
  logSettings,
  otelSettings,
} from '@tocsin/config';
import { contractCodec, messagingLog, systemEnvironment } from '@tocsin/messaging';
import { assertTopics, KafkaBroker, KafkaTransport, serviceTopics } from '@tocsin/messaging-kafka';
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
import { counter } from '@tocsin/telemetry/catalogue';
import { AppModule } from './app.module.js';
import { FileBlobStore } from './body/file-blob-store.js';
import { EXTRACTION_WORKER, startPooledExtraction } from './extraction/pooled-extraction.js';
import { extractorSubscriptions, GROUP } from './handling/subscriptions.js';

/** Boots one replica, works until told to stop, and leaves no worker behind. */
async function boot(): Promise<Stop> {
  const config = loadConfig({
    extractor: extractorSettings,
    http: httpSettings,
    kafka: kafkaSettings,
    log: logSettings,
    otel: otelSettings,
  });
  const telemetry = startTelemetry({ serviceName: GROUP, config: config.otel });
  const logger = createLogger({ serviceName: GROUP, level: config.log.level });
  logWarnings(logger);
  const log = messagingLog(logger);
  const environment = systemEnvironment(log);
  const kafka = { ...kafkaConnection(config.kafka), clientId: GROUP };
  const { workers: processes, deadlineMs, heapMb, blobDir } = config.extractor;
  const extraction = await startPooledExtraction({
    workerFile: EXTRACTION_WORKER,
    processes,
    deadlineMs,
    heapMb,
  });
  const documents = counter('tocsin.extractor.documents');
  const subscriptions = extractorSubscriptions(
    { deadlineMs },
    {
      extraction,
      blobs: new FileBlobStore(blobDir),
      clock: environment.clock,
      count: (outcome) => documents.add(1, { 'tocsin.extractor.outcome': outcome }),
    },
  );
  const transport = new KafkaTransport(subscriptions, {
    broker: new KafkaBroker(kafka, log, { sessionTimeoutMs: config.kafka.sessionTimeoutMs }),
    codec: contractCodec,
    environment,
    assertReady: () =>
      assertTopics(kafka, serviceTopics(GROUP, config.kafka.replicationFactor), log),
  });
  const registry = new HealthRegistry();
  registry.register('kafka', async () => {
    if (!transport.health().ready) throw new Error('not joined, or not yet heard of the broker');
  });
  const lanes = new Map(subscriptions.map(({ topic, handler }) => [topic, handler]));
  const adapter = new FastifyAdapter();
  observeCalls(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(lanes, { registry, renderMetrics: telemetry.renderMetrics }),
    adapter,
    { logger: new NestLogger(logger) },
  );
  app.connectMicroservice({ strategy: transport });
  await app.startAllMicroservices();
  await app.listen(config.http.port, config.http.host);
  logger.info({ code: 'EXTRACTOR_READY', version: extraction.version }, 'The extractor works.');

  return async () => {
    await app.close();
    await extraction.close();
    await telemetry.shutdown();
  };
}

await runService(GROUP, boot);
