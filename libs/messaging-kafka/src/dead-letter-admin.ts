import { randomUUID } from 'node:crypto';

import type { Broker, RawMessage, RetryDelay } from '@tocsin/messaging';
import { deadLetterHeader, deadLetterTopic, headerText, redriveRecord } from '@tocsin/messaging';

/** A dead letter as an operator reads it. */
export interface DeadLetter {
  readonly partition: number;
  readonly offset: bigint;
  readonly class: string;
  readonly exception: string;
  readonly message: string;
  readonly origin: { readonly topic: string; readonly partition: number; readonly offset: bigint };
  readonly deliveries: number;
  readonly redrives: number;
  /** Milliseconds since the epoch. */
  readonly firstFailedAt: number;
  readonly lastFailedAt: number;
  /** The record itself, value bytes untouched. */
  readonly record: RawMessage;
}

export interface DeadLetterPlaces {
  readonly topic: string;
  readonly group: string;
}

/** Nothing new for this long means that the rest of a log is control records. */
const IDLE_MS = 5_000;

/** Lists, shows and redrives the dead letters of one group's topic, for the command line. */
export class DeadLetterAdmin {
  private readonly broker: Broker;
  private readonly now: () => number;

  constructor(broker: Broker, now: () => number) {
    this.broker = broker;
    this.now = now;
  }

  /** All dead letters still kept, by partition and offset. */
  async list({ topic, group }: DeadLetterPlaces): Promise<readonly DeadLetter[]> {
    const records = await this.readAll(deadLetterTopic(topic, group));
    return records.map(toDeadLetter);
  }

  /** One dead letter, or undefined when it isn't there (any more). */
  async show(
    places: DeadLetterPlaces,
    partition: number,
    offset: bigint,
  ): Promise<DeadLetter | undefined> {
    const letters = await this.list(places);
    return letters.find((each) => each.partition === partition && each.offset === offset);
  }

  /**
   * Sends dead letters back to the group's own first retry topic. They stay where they are, too:
   * the log of refusals is not rewritten.
   * @returns how many were published and acknowledged
   */
  async redrive(
    places: DeadLetterPlaces,
    delay: RetryDelay,
    letters: readonly DeadLetter[],
  ): Promise<number> {
    const place = { ...places, delay: delay.name, now: this.now() };
    await this.broker.publish(letters.map(({ record }) => redriveRecord(record, place)));
    return letters.length;
  }

  /** Reads as a passing group that commits nothing, up to where the log ended at the start. */
  private async readAll(topic: string): Promise<readonly RawMessage[]> {
    const open = new Map(
      [...(await this.broker.ranges(topic))]
        .filter(([, { low, high }]) => high > low)
        .map(([partition, { high }]) => [partition, high]),
    );
    if (open.size === 0) return [];
    const ends = new Map(open);
    const found: RawMessage[] = [];
    const { promise: done, resolve: finish } = Promise.withResolvers<void>();
    let timer = setTimeout(finish, 4 * IDLE_MS);
    const subscription = await this.broker.subscribe({
      group: `tocsin-dlq-reader-${randomUUID()}`,
      topics: [topic],
      onAssigned: async () => undefined,
      onBatch: async ({ partition, records }) => {
        const end = ends.get(partition) ?? 0n;
        found.push(...records.filter(({ offset }) => offset < end));
        if ((records.at(-1)?.offset ?? 0n) + 1n >= end) open.delete(partition);
        clearTimeout(timer);
        if (open.size === 0) finish();
        else timer = setTimeout(finish, IDLE_MS);
      },
    });
    await done;
    await subscription.stop(0);
    return found.sort((a, b) => a.partition - b.partition || Number(a.offset - b.offset));
  }
}

function toDeadLetter(record: RawMessage): DeadLetter {
  const text = (name: string) => headerText(record, name) ?? '';
  return {
    partition: record.partition,
    offset: record.offset,
    class: text(deadLetterHeader.class),
    exception: text(deadLetterHeader.exception),
    message: text(deadLetterHeader.message),
    origin: {
      topic: text(deadLetterHeader.topic),
      partition: Number(text(deadLetterHeader.partition)),
      offset: BigInt(text(deadLetterHeader.offset)),
    },
    deliveries: Number(text(deadLetterHeader.deliveryCount)),
    redrives: Number(text(deadLetterHeader.redriveCount)),
    firstFailedAt: Number(text(deadLetterHeader.firstFailedAt)),
    lastFailedAt: Number(text(deadLetterHeader.lastFailedAt)),
    record,
  };
}
