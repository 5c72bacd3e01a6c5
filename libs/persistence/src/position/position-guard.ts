import type { Queryable } from '../database/queryable.js';
import { PositionRegressedError } from './position-errors.js';
import { nameOf, PositionStore, type PartitionKey, type Position } from './position-store.js';

/** Remembers the highest position that this instance saw committed, so that a restored database is noticed. */
export class PositionGuard {
  private readonly seen = new Map<string, bigint>();

  /**
   * The positions before batches that begin at `first`, in their order.
   * @throws PositionRegressedError when one fell and its batch would jump over what must be replayed
   */
  async read(
    db: Queryable,
    batches: readonly { readonly key: PartitionKey; readonly first: bigint }[],
  ): Promise<readonly Position[]> {
    const positions = await new PositionStore(db).read(batches.map(({ key }) => key));
    for (const [at, { key, first }] of batches.entries()) {
      const highest = this.seen.get(nameOf(key));
      const { next } = positions[at] as Position;
      if (highest === undefined || (next ?? 0n) >= highest) continue;
      if (first > (next ?? 0n)) throw new PositionRegressedError(key, next, highest);
      // The replay has begun: the lower position is the truth again.
      this.seen.delete(nameOf(key));
    }
    return positions;
  }

  committed(key: PartitionKey, { next }: Position): void {
    if (next !== null) this.seen.set(nameOf(key), next);
  }
}
