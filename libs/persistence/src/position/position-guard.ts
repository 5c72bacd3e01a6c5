import type { Queryable } from '../database/queryable.js';
import { PositionRegressedError } from './position-errors.js';
import { PositionStore, type PartitionKey, type Position } from './position-store.js';

/** Remembers the highest position that this instance saw committed, so that a restored database is noticed. */
export class PositionGuard {
  private readonly seen = new Map<string, bigint>();

  /**
   * The position before a batch that begins at `first`.
   * @throws PositionRegressedError when it fell and the batch would jump over what must be replayed
   */
  async read(db: Queryable, key: PartitionKey, first: bigint): Promise<Position> {
    const position = await new PositionStore(db).read(key);
    const highest = this.seen.get(nameOf(key));
    const next = position.next ?? 0n;
    if (highest === undefined || next >= highest) return position;
    if (first > next) throw new PositionRegressedError(key, position.next, highest);
    // The replay has begun: the lower position is the truth again.
    this.seen.delete(nameOf(key));
    return position;
  }

  committed(key: PartitionKey, { next }: Position): void {
    if (next !== null) this.seen.set(nameOf(key), next);
  }
}

const nameOf = ({ group, topic, partition }: PartitionKey) => `${group}/${topic}/${partition}`;
