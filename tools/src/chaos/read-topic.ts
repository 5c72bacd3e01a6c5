import { randomUUID } from 'node:crypto';
import type { Broker, RawMessage } from '@tocsin/messaging';

/**
 * Reads a topic from its first record to the last one that is there now, under a group of its own
 * that commits nothing. Records of one partition come in order.
 */
export async function readTopic(
  broker: Broker,
  topic: string,
  take: (record: RawMessage) => void,
): Promise<void> {
  const open = new Map([...(await broker.ranges(topic))].filter(([, { low, high }]) => high > low));
  if (open.size === 0) return;
  const { promise: finished, resolve } = Promise.withResolvers<void>();
  const subscription = await broker.subscribe({
    group: `tocsin-chaos-${randomUUID()}`,
    topics: [topic],
    onAssigned: async () => undefined,
    onBatch: async ({ partition, records }) => {
      const end = open.get(partition)?.high ?? 0n;
      for (const record of records) if (record.offset < end) take(record);
      const last = records.at(-1);
      if (last && last.offset + 1n >= end) open.delete(partition);
      if (open.size === 0) resolve();
    },
  });
  try {
    await finished;
  } finally {
    await subscription.stop(0);
  }
}
