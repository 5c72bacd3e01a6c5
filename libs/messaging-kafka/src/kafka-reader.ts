import { setTimeout as sleep } from 'node:timers/promises';
import type { BrokerReader, CommittedOffset, LogRange } from '@tocsin/messaging';
import type { Admin, Kafka } from 'kafkajs';

import { brokerError, protocolType } from './kafka-errors.js';

/** A leader that has moved, or was just elected, is found by asking again: kafkajs looks it up anew. */
const LEADER_MOVED = new Set(['NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE']);
const ATTEMPTS = 10;
const PAUSE_MS = 200;

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

  /** After a question that failed, too: its connections are still there. */
  async close(): Promise<void> {
    await this.admin.disconnect();
  }

  private async ask<R>(question: (admin: Admin) => Promise<R>): Promise<R> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await (this.connecting ??= this.admin.connect());
        return await question(this.admin);
      } catch (error) {
        if (attempt < ATTEMPTS && LEADER_MOVED.has(protocolType(error) ?? '')) {
          await sleep(PAUSE_MS);
          continue;
        }
        this.connecting = undefined;
        throw brokerError('ERR_KAFKA_ADMIN', error);
      }
    }
  }
}
