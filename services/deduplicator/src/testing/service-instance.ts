import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { contractCodec, outboxEncoder, systemEnvironment, type Broker } from '@tocsin/messaging';
import { KafkaBroker, KafkaTransport } from '@tocsin/messaging-kafka';
import {
  createTransactionMiddleware,
  OutboxRelay,
  pooled,
  PositionStore,
} from '@tocsin/persistence';
import type { TestDatabase } from '@tocsin/testing';
import { createDeduplicateArticlesHandler } from '../handlers/deduplicate-articles.handler.js';
import { DEDUPLICATE_ARTICLES, IncidentController } from '../incident.controller.js';
import { CONSUMED, SERVICE } from '../topology.js';
import { renamedBroker } from './renamed-broker.js';

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

@Module({})
class InstanceModule {}

/** One replica of the service on a real broker and database, under names of its own. */
export async function startInstance(
  { database }: TestDatabase,
  brokers: readonly string[],
  group: string,
  physical: (topic: string) => string,
): Promise<{ readonly broker: Broker; stop(): Promise<void> }> {
  const options = { sessionTimeoutMs: 6_000, heartbeatIntervalMs: 300 };
  const kafka = new KafkaBroker({ brokers, clientId: 'deduplicator-spec' }, silent, options);
  // Retries and dead letters are provisioned under the service's name, whatever the spec's group is called.
  const named = (topic: string) => physical(topic.replace(`-${group}-`, `-${SERVICE}-`));
  const broker = renamedBroker(kafka, named);
  const relay = new OutboxRelay(
    { database, publisher: broker, onError: () => undefined },
    { pollMs: 50 },
  );
  const encode = outboxEncoder(SERVICE, contractCodec, Date.now);
  const stateful = {
    transaction: createTransactionMiddleware(database, encode),
    position: new PositionStore(pooled(database)),
  };
  const strategy = new KafkaTransport(
    CONSUMED.map((topic) => ({ topic, group, stateful })),
    {
      broker,
      codec: contractCodec,
      environment: systemEnvironment(silent),
      assertReady: async () => undefined,
    },
  );
  const module = {
    module: InstanceModule,
    controllers: [IncidentController],
    providers: [
      {
        provide: DEDUPLICATE_ARTICLES,
        useValue: createDeduplicateArticlesHandler({ windowDays: 30 }),
      },
    ],
  };
  const app = await NestFactory.createMicroservice(module, { strategy, logger: false });
  await app.listen();
  relay.start();
  return {
    broker,
    async stop() {
      await relay.stop();
      await app.close();
    },
  };
}
