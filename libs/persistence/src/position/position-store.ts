import type { PositionPort } from '@tocsin/messaging';
import type { Queryable } from '../database/queryable.js';
import { PositionFencedError } from './position-errors.js';

/** One consumer group's place in one partition. */
export interface PartitionKey {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
}

/** What of a partition has been applied: all below `next` but `unsettled`. */
export interface Position {
  /** Null: nothing of this partition was ever applied. */
  readonly next: bigint | null;
  /** Ascending. Records that failed and whose dead letter or retry may not be written yet. */
  readonly unsettled: readonly bigint[];
}

/**
 * Where each group's effects in this database end. It commits with the effects, so it is the truth;
 * the offset in Kafka only follows it.
 */
export class PositionStore implements PositionPort {
  constructor(private readonly db: Queryable) {}

  /** Where to read on: the lowest offset that isn't finished; null when nothing was ever applied. */
  async load(group: string, topic: string, partition: number): Promise<bigint | null> {
    const { next, unsettled } = await this.read({ group, topic, partition });
    return unsettled[0] ?? next;
  }

  async read({ group, topic, partition }: PartitionKey): Promise<Position> {
    const [row] = await this.db.query<{ next_offset: string; unsettled: string[] }>(
      `SELECT next_offset, unsettled FROM position
       WHERE group_id = $1 AND topic = $2 AND partition = $3`,
      [group, topic, partition],
    );
    if (!row) return { next: null, unsettled: [] };
    return { next: BigInt(row.next_offset), unsettled: row.unsettled.map(BigInt) };
  }

  /**
   * Compare and set: moves the position from `expected` to `to`.
   * @throws PositionFencedError when somebody else moved it; the transaction must then be rolled back
   */
  async move(key: PartitionKey, expected: Position, to: Position): Promise<void> {
    const place = [key.group, key.topic, key.partition, to.next, to.unsettled];
    const moved =
      expected.next === null
        ? await this.db.query(
            `INSERT INTO position (group_id, topic, partition, next_offset, unsettled)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
            place,
          )
        : await this.db.query(
            `UPDATE position SET next_offset = $4, unsettled = $5, updated_at = clock_timestamp()
             WHERE group_id = $1 AND topic = $2 AND partition = $3
               AND next_offset = $6 AND unsettled = $7::bigint[] RETURNING 1`,
            [...place, expected.next, expected.unsettled],
          );
    if (moved.length === 0) throw new PositionFencedError(key, expected.next);
  }

  /** No fence: that a retry or dead letter is written stays true whoever reads the partition now. */
  async settle(group: string, topic: string, partition: number, offset: bigint): Promise<void> {
    await this.db.query(
      `UPDATE position
       SET unsettled = ARRAY(SELECT u FROM unnest(unsettled) u WHERE u >= $4 ORDER BY u),
           updated_at = clock_timestamp()
       WHERE group_id = $1 AND topic = $2 AND partition = $3 AND unsettled[1] < $4`,
      [group, topic, partition, offset],
    );
  }
}
