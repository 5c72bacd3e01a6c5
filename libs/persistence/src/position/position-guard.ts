import type { Queryable } from '../database/queryable.js';
import { PositionRegressedError } from './position-errors.js';
import { PositionStore, type PartitionKey } from './position-store.js';

/** Remembers the highest position that this instance saw committed, so that a restored database is noticed. */
export class PositionGuard {
  private readonly seen = new Map<string, bigint>();

  /** @throws PositionRegressedError once when the database fell back; after the replay has begun, it is the truth. */
  async load(db: Queryable, key: PartitionKey): Promise<bigint | null> {
    const position = await new PositionStore(db).load(key.group, key.topic, key.partition);
    const highest = this.seen.get(nameOf(key));
    if (highest !== undefined && (position ?? -1n) < highest) {
      this.seen.delete(nameOf(key));
      throw new PositionRegressedError(key, position, highest);
    }
    return position;
  }

  committed(key: PartitionKey, position: bigint): void {
    this.seen.set(nameOf(key), position);
  }
}

const nameOf = ({ group, topic, partition }: PartitionKey) => `${group}/${topic}/${partition}`;
