import type { OutgoingRecord, Publisher } from '@tocsin/messaging';
import kafkajs from 'kafkajs';
import type { Kafka, Producer } from 'kafkajs';

import type { KafkaOptions } from './kafka-client.js';
import { publishError } from './kafka-errors.js';
import { toRequests } from './kafka-records.js';

/** Half of Kafka's default limit for a record batch, before compression. */
const MAX_REQUEST_BYTES = 512 * 1_024;

const COMPRESSIONS = {
  gzip: kafkajs.CompressionTypes.GZIP,
  none: kafkajs.CompressionTypes.None,
} as const;

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
        await this.producer.sendBatch({
          topicMessages: [...topicMessages],
          acks: -1,
          compression: COMPRESSIONS[this.compression],
        });
      }
    } catch (error) {
      throw publishError(error);
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
