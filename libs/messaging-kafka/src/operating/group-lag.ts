import type { BrokerReader } from '@tocsin/messaging';

export interface PartitionLag {
  readonly partition: number;
  /** Null where the group has never committed. */
  readonly committed: bigint | null;
  readonly end: bigint;
  /** Records still to be read. */
  readonly lag: bigint;
}

/** How far a group is behind, partition by partition; what was never committed counts whole. */
export async function groupLag(
  reader: BrokerReader,
  group: string,
  topic: string,
): Promise<readonly PartitionLag[]> {
  const [committed, ranges] = await Promise.all([
    reader.committed(group, topic),
    reader.ranges(topic),
  ]);
  return [...ranges]
    .sort(([a], [b]) => a - b)
    .map(([partition, { low, high }]) => {
      const at = committed.get(partition)?.offset ?? null;
      // Retention may have passed the commit: those records are gone, not waiting.
      const from = at === null || at < low ? low : at;
      return { partition, committed: at, end: high, lag: high > from ? high - from : 0n };
    });
}
