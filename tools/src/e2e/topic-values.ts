import { randomUUID } from 'node:crypto';
import { decode, type PayloadOf, type TopicName } from '@tocsin/contracts';
import { headerText, type Broker } from '@tocsin/messaging';

/** A record of a topic: its key and its value by contract. */
export interface TopicValue<N extends TopicName> {
  readonly key: string;
  readonly value: PayloadOf<N>;
}

/** All that a topic holds at this moment, per key in order. Tombstones are passed over. */
export async function topicValues<N extends TopicName>(
  broker: Broker,
  topic: N,
): Promise<TopicValue<N>[]> {
  const values: TopicValue<N>[] = [];
  const unread = new Map<number, bigint>();
  for (const [partition, { low, high }] of await broker.ranges(topic)) {
    if (high > low) unread.set(partition, high - 1n);
  }
  if (unread.size === 0) return values;
  const { promise: complete, resolve } = Promise.withResolvers<void>();
  const subscription = await broker.subscribe({
    group: `read-${randomUUID()}`,
    topics: [topic],
    onAssigned: async () => undefined,
    onBatch: async ({ partition, records }) => {
      for (const { key, value, headers, offset } of records) {
        if (value !== null) {
          const version = headerText({ headers }, 'schema-version');
          values.push({ key: String(key), value: decode(topic, version, value) });
        }
        if (offset >= (unread.get(partition) ?? 0n)) unread.delete(partition);
      }
      if (unread.size === 0) resolve();
    },
  });
  await complete;
  await subscription.stop(1_000);
  return values;
}
