import type { BrokerReader, CommittedOffset, LogRange } from '@tocsin/messaging';
import { DependencyDownError } from '@tocsin/messaging';
import type { Admin, Kafka } from 'kafkajs';

/** Offsets as the broker has them. Errors are DependencyDownError: the question can be repeated. */
export class KafkaReader implements BrokerReader {
  private readonly admin: Admin;
  private connecting: Promise<void> | undefined;

  constructor(kafka: Kafka) {
    this.admin = kafka.admin();
  }

  committed(group: string, topic: string): Promise<ReadonlyMap<number, CommittedOffset>> {
    return this.ask(async (admin) => {
      const [fetched] = await admin.fetchOffsets({ groupId: group, topics: [topic] });
      const known = (fetched?.partitions ?? []).filter(({ offset }) => offset !== '-1');
      return new Map(
        known.map(({ partition, offset, metadata }) => [
          partition,
          { offset: BigInt(offset), metadata: metadata ?? '' },
        ]),
      );
    });
  }

  ranges(topic: string): Promise<ReadonlyMap<number, LogRange>> {
    return this.ask(async (admin) => {
      const offsets = await admin.fetchTopicOffsets(topic);
      return new Map(
        offsets.map(({ partition, low, high }) => [
          partition,
          { low: BigInt(low), high: BigInt(high) },
        ]),
      );
    });
  }

  async close(): Promise<void> {
    if (this.connecting !== undefined) await this.admin.disconnect();
  }

  private async ask<R>(question: (admin: Admin) => Promise<R>): Promise<R> {
    try {
      await (this.connecting ??= this.admin.connect());
      return await question(this.admin);
    } catch (error) {
      this.connecting = undefined;
      const message = error instanceof Error ? error.message : String(error);
      throw new DependencyDownError('ERR_KAFKA_ADMIN', message, { cause: error });
    }
  }
}
