import type { Queryable } from '../database/queryable.js';
import { PositionRegressedError } from './position-errors.js';
import { PositionStore, type PartitionKey } from './position-store.js';

/** Remembers the highest position that this instance saw committed, so that a restored database is noticed. */
export class PositionGuard {
  private readonly seen = new Map<string, bigint>();

  /**
   * The position before a batch that begins at `first`.
   * @throws PositionRegressedError when it fell and the batch would jump over what must be replayed
   */
  async load(db: Queryable, key: PartitionKey, first: bigint): Promise<bigint | null> {
    const { group, topic, partition } = key;
    const position = await new PositionStore(db).load(group, topic, partition);
    const highest = this.seen.get(nameOf(key));
    if (highest === undefined || (position ?? 0n) >= highest) return position;
    if (first > (position ?? 0n)) throw new PositionRegressedError(key, position, highest);
    // The replay has begun: the lower position is the truth again.
    this.seen.delete(nameOf(key));
    return position;
  }

  committed(key: PartitionKey, position: bigint): void {
    this.seen.set(nameOf(key), position);
  }
}

const nameOf = ({ group, topic, partition }: PartitionKey) => `${group}/${topic}/${partition}`;
