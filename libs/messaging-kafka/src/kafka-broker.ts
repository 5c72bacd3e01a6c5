import type {
  Broker,
  BrokerSubscription,
  CommittedOffset,
  LogRange,
  MessagingLog,
  OutgoingRecord,
  SubscriptionRequest,
} from '@tocsin/messaging';
import type { Kafka } from 'kafkajs';

import type { KafkaOptions } from './kafka-client.js';
import { kafkaClient } from './kafka-client.js';
import { KafkaPublisher } from './kafka-publisher.js';
import { KafkaReader } from './kafka-reader.js';
import type { ConsumerOptions } from './kafka-subscription.js';
import { KafkaSubscription, defaultConsumerOptions } from './kafka-subscription.js';

/** The broker port on Apache Kafka. */
export class KafkaBroker implements Broker {
  private readonly kafka: Kafka;
  private readonly publisher: KafkaPublisher;
  private readonly reader: KafkaReader;
  private readonly log: MessagingLog;
  private readonly consumerOptions: ConsumerOptions;
  private readonly subscriptions = new Set<KafkaSubscription>();

  constructor(
    options: KafkaOptions,
    log: MessagingLog,
    consumerOptions: Partial<ConsumerOptions> = {},
  ) {
    this.log = log;
    this.consumerOptions = { ...defaultConsumerOptions, ...consumerOptions };
    this.kafka = kafkaClient(options, log);
    this.publisher = new KafkaPublisher(this.kafka, options.compression);
    this.reader = new KafkaReader(this.kafka);
  }

  publish(records: readonly OutgoingRecord[]): Promise<void> {
    return this.publisher.publish(records);
  }

  committed(group: string, topic: string): Promise<ReadonlyMap<number, CommittedOffset>> {
    return this.reader.committed(group, topic);
  }

  ranges(topic: string): Promise<ReadonlyMap<number, LogRange>> {
    return this.reader.ranges(topic);
  }

  async subscribe(request: SubscriptionRequest): Promise<BrokerSubscription> {
    const { kafka, reader, consumerOptions, log } = this;
    const subscription = new KafkaSubscription(kafka, request, reader, consumerOptions, log);
    this.subscriptions.add(subscription);
    await subscription.start();
    return {
      health: () => subscription.health(),
      stop: async (drainMs) => {
        await subscription.stop(drainMs);
        // One that has left is let go: readers come and go by the thousand.
        this.subscriptions.delete(subscription);
      },
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop(0)));
    await Promise.all([this.publisher.close(), this.reader.close()]);
  }
}
