import { topics } from '@tocsin/contracts';
import type { BrokerReader } from '@tocsin/messaging';
import { groupLag } from '@tocsin/messaging-kafka';

/**
 * How many records the services' groups have not committed yet, over all topics of the contracts.
 * A group that never committed has the whole log before it.
 */
export async function totalLag(reader: BrokerReader): Promise<number> {
  const lags = await Promise.all(
    Object.values(topics).flatMap(({ name, consumers }) =>
      consumers.map((group) => groupLag(reader, group, name)),
    ),
  );
  return lags.flat().reduce((sum, { lag }) => sum + Number(lag), 0);
}
