import { topics } from '@tocsin/contracts';
import type { BrokerReader } from '@tocsin/messaging';

/**
 * How many records the services' groups have not committed yet, over all topics of the contracts.
 * A group that never committed has the whole log before it.
 */
export async function totalLag(reader: BrokerReader): Promise<number> {
  const pairs = Object.values(topics).flatMap(({ name, consumers }) =>
    consumers.map((group) => ({ name, group })),
  );
  const lags = await Promise.all(pairs.map(({ name, group }) => lagOf(reader, group, name)));
  return lags.reduce((sum, lag) => sum + lag, 0);
}

async function lagOf(reader: BrokerReader, group: string, topic: string): Promise<number> {
  const [committed, ranges] = await Promise.all([
    reader.committed(group, topic),
    reader.ranges(topic),
  ]);
  let lag = 0n;
  for (const [partition, { low, high }] of ranges) {
    lag += high - (committed.get(partition)?.offset ?? low);
  }
  return Number(lag);
}
