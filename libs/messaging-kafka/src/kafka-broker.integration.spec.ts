import { randomBytes, randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Harness } from '@tocsin/messaging/conformance';
import { brokerConformance } from '@tocsin/messaging/conformance';
import kafkajs from 'kafkajs';

import { KafkaBroker } from './kafka-broker.js';
import { provisionTopics } from './provisioning.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '127.0.0.1:9092').split(',');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the Kafka adapter keeps the promises of the port', () => {
  const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  const topics: string[] = [];

  beforeAll(() => admin.connect());
  afterAll(async () => {
    await admin.deleteTopics({ topics });
    await admin.disconnect();
  });

  for (const { name, run } of brokerConformance) {
    it(
      name,
      async () => {
        const broker = new KafkaBroker({ brokers, clientId: 'conformance' }, silent, {
          sessionTimeoutMs: 6_000,
          heartbeatIntervalMs: 300,
        });
        const harness: Harness = {
          broker,
          createTopic: async (partitions) => {
            const topic = `conformance-${randomUUID()}`;
            topics.push(topic);
            const spec = { topic, partitions, replicationFactor: 1, config: {} };
            await provisionTopics({ brokers, clientId: 'conformance' }, [spec], silent);
            return topic;
          },
          newGroup: () => `conformance-${randomUUID()}`,
          // Random, since the broker measures what compression has left.
          oversize: randomBytes(3_000_000),
          close: () => broker.close(),
        };
        try {
          await run(harness);
        } finally {
          await harness.close();
        }
      },
      60_000,
    );
  }
});
