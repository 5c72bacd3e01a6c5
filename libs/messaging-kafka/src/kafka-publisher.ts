import { attribute, type OutgoingRecord, type Publisher } from '@tocsin/messaging';
import { counter, histogram } from '@tocsin/telemetry/catalogue';
import kafkajs from 'kafkajs';
import type { Kafka, Producer, TopicMessages } from 'kafkajs';

import type { KafkaOptions } from './kafka-client.js';
import { publishError } from './kafka-errors.js';
import { toRequests } from './kafka-records.js';

/** Half of Kafka's default limit for a record batch, before compression. */
const MAX_REQUEST_BYTES = 512 * 1_024;

const COMPRESSIONS = {
  gzip: kafkajs.CompressionTypes.GZIP,
  none: kafkajs.CompressionTypes.None,
} as const;

const sent = counter('messaging.client.sent.messages');
const duration = histogram('messaging.client.operation.duration');
const SEND = { [attribute.system]: 'kafka', [attribute.operationName]: 'send' } as const;

/**
 * Not idempotent by choice: kafkajs' idempotent producer never gives up, and once its sequence is
 * out of step it fails until it is made anew. Ids and versions make a repeated record harmless; a
 * publisher that hangs is not. Order holds within a call: its requests wait for one another.
 */
export class KafkaPublisher implements Publisher {
  private readonly producer: Producer;
  private connecting: Promise<void> | undefined;

  constructor(
    kafka: Kafka,
    private readonly compression: NonNullable<KafkaOptions['compression']> = 'gzip',
  ) {
    this.producer = kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    });
  }

  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    try {
      await this.connect();
      for (const topicMessages of toRequests(records, MAX_REQUEST_BYTES)) {
        await this.send(topicMessages);
      }
    } catch (error) {
      throw publishError(error);
    }
  }

  private async send(topicMessages: readonly TopicMessages[]): Promise<void> {
    const start = performance.now();
    let failed: Readonly<Record<string, string>> = {};
    try {
      await this.producer.sendBatch({
        topicMessages: [...topicMessages],
        acks: -1,
        compression: COMPRESSIONS[this.compression],
      });
      for (const { topic, messages } of topicMessages)
        sent.add(messages.length, { ...SEND, [attribute.destination]: topic });
    } catch (error) {
      failed = { [attribute.errorType]: (error as Error).name };
      throw error;
    } finally {
      duration.record((performance.now() - start) / 1_000, { ...SEND, ...failed });
    }
  }

  async close(): Promise<void> {
    if (this.connecting !== undefined) await this.producer.disconnect();
  }

  /** A failed attempt is forgotten, so that the next publication tries again. */
  private connect(): Promise<void> {
    this.connecting ??= this.producer.connect().catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return this.connecting;
  }
}
