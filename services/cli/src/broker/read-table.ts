import { randomUUID } from 'node:crypto';
import type { Broker, RawMessage } from '@tocsin/messaging';

/** A compacted topic as a table: the newest record of each key, and where to go on. */
export interface TopicTable {
  /** By key; what was deleted is not in it. */
  readonly newest: ReadonlyMap<string, RawMessage>;
  /** The offset of the first record of each partition that is not in the table. */
  readonly next: ReadonlyMap<number, bigint>;
}

/** Reads a topic from its first record to the last one that is there now, under a group that commits nothing. */
export async function readTable(broker: Broker, topic: string): Promise<TopicTable> {
  const ranges = await broker.ranges(topic);
  const next = new Map([...ranges].map(([partition, { high }]) => [partition, high]));
  const open = new Set([...ranges].filter(([, { low, high }]) => high > low).map(([one]) => one));
  const newest = new Map<string, RawMessage>();
  if (open.size === 0) return { newest, next };
  const { promise: finished, resolve } = Promise.withResolvers<void>();
  const subscription = await broker.subscribe({
    group: `tocsin-cli-${randomUUID()}`,
    topics: [topic],
    onAssigned: async () => undefined,
    onBatch: async ({ partition, records, highWatermark }) => {
      const end = next.get(partition) ?? 0n;
      for (const record of records) {
        if (record.offset >= end) continue;
        const key = String(record.key);
        if (record.value === null) newest.delete(key);
        else newest.set(key, record);
      }
      const last = records.at(-1);
      // Compaction may have taken the last records before the end: the log's own end says so, too.
      if (last && (last.offset + 1n >= end || last.offset + 1n >= highWatermark))
        open.delete(partition);
      if (open.size === 0) resolve();
    },
  });
  try {
    await finished;
  } finally {
    await subscription.stop(0);
  }
  return { newest, next };
}
