import { randomUUID } from 'node:crypto';
import type { Broker, RawMessage } from '@tocsin/messaging';

/**
 * Reads a topic from its first record to the last one that is there now, under a group that commits nothing. Records
 * of one key come in their order.
 *
 * @param take is given each record, one after the other; what it throws ends the reading
 * @returns the offset of the first record of each partition that was not given
 */
export async function readTopic(
  broker: Broker,
  topic: string,
  take: (record: RawMessage) => void | Promise<void>,
): Promise<ReadonlyMap<number, bigint>> {
  const ranges = await broker.ranges(topic);
  const next = new Map([...ranges].map(([partition, { high }]) => [partition, high]));
  const open = new Set([...ranges].filter(([, { low, high }]) => high > low).map(([one]) => one));
  if (open.size === 0) return next;
  const { promise: finished, resolve, reject } = Promise.withResolvers<void>();
  let taking: Promise<void> = Promise.resolve();
  const subscription = await broker.subscribe({
    group: `tocsin-cli-${randomUUID()}`,
    topics: [topic],
    onAssigned: async () => undefined,
    onBatch: async ({ partition, records, highWatermark }) => {
      const end = next.get(partition) ?? 0n;
      // Partitions come side by side, and what is taken goes into one place.
      taking = taking.then(async () => {
        for (const record of records) if (record.offset < end) await take(record);
      });
      await taking.catch(reject);
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
  return next;
}
