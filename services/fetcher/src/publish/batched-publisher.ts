import type { OutgoingRecord, Publisher } from '@tocsin/messaging';
import { Batcher } from '../work/batcher.js';

/** Publishes of one send: far below a broker's limits, as records are at most 1 MiB and mostly 10 KiB. */
const MAX_PUBLISHES = 64;
/** Sends under way at once: one is answered while the next is filled. */
const LANES = 2;

/**
 * Sends what many workers publish at the same time together. A send that fails is taken apart, so that
 * one record that the broker will not have fails alone.
 */
export function batchedPublisher(publisher: Publisher): Publisher {
  const batcher = new Batcher<readonly OutgoingRecord[], Error | null>(
    async (publishes) => {
      try {
        await publisher.publish(publishes.flat());
        return publishes.map(() => null);
      } catch (error) {
        if (publishes.length === 1) return [error as Error];
        return Promise.all(publishes.map((records) => outcomeOf(publisher.publish(records))));
      }
    },
    MAX_PUBLISHES,
    LANES,
  );
  return {
    async publish(records) {
      const error = await batcher.add(records);
      if (error) throw error;
    },
  };
}

const outcomeOf = (publishing: Promise<void>): Promise<Error | null> =>
  publishing.then(
    () => null,
    (error: Error) => error,
  );
