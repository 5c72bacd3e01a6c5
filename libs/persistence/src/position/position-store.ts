import type { Queryable } from '../database/queryable.js';
import { PositionFencedError } from './position-errors.js';

/** One consumer group's place in one partition. */
export interface PartitionKey {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
}

/**
 * Where each group's effects in this database end: the next offset to process, per partition.
 * It commits with the effects, so it is the truth; the offset in Kafka only follows it.
 */
export class PositionStore {
  constructor(private readonly db: Queryable) {}

  /** The next offset to process; null when nothing of this partition was ever applied. */
  async load(group: string, topic: string, partition: number): Promise<bigint | null> {
    const [row] = await this.db.query<{ next_offset: string }>(
      'SELECT next_offset FROM position WHERE group_id = $1 AND topic = $2 AND partition = $3',
      [group, topic, partition],
    );
    return row ? BigInt(row.next_offset) : null;
  }

  /**
   * Compare and set: moves the position from `expected` (null: no row yet) to `next`.
   * @throws PositionFencedError when somebody else moved it; the transaction must then be rolled back
   */
  async move(key: PartitionKey, expected: bigint | null, next: bigint): Promise<void> {
    const { group, topic, partition } = key;
    const moved =
      expected === null
        ? await this.db.query(
            `INSERT INTO position (group_id, topic, partition, next_offset) VALUES ($1, $2, $3, $4)
             ON CONFLICT DO NOTHING RETURNING 1`,
            [group, topic, partition, next],
          )
        : await this.db.query(
            `UPDATE position SET next_offset = $5, updated_at = clock_timestamp()
             WHERE group_id = $1 AND topic = $2 AND partition = $3 AND next_offset = $4 RETURNING 1`,
            [group, topic, partition, expected, next],
          );
    if (moved.length === 0) throw new PositionFencedError(key, expected);
  }
}
