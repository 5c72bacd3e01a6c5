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

export interface Move {
  readonly key: PartitionKey;
  readonly from: Position;
  readonly to: Position;
}

/**
 * Where each group's effects in this database end. It commits with the effects, so it is the truth;
 * the offset in Kafka only follows it.
 */
export class PositionStore implements PositionPort {
  constructor(private readonly db: Queryable) {}

  /** Where to read on: the lowest offset that isn't finished; null when nothing was ever applied. */
  async load(group: string, topic: string, partition: number): Promise<bigint | null> {
    const [position] = await this.read([{ group, topic, partition }]);
    return position?.unsettled[0] ?? position?.next ?? null;
  }

  /** In the keys' order. */
  async read(keys: readonly PartitionKey[]): Promise<readonly Position[]> {
    const rows = await this.db.query<{ next_offset: string | null; unsettled: string[] | null }>(
      `SELECT next_offset, unsettled
       FROM unnest($1::text[], $2::text[], $3::int[]) WITH ORDINALITY
         AS wanted (group_id, topic, partition, place)
       LEFT JOIN position USING (group_id, topic, partition) ORDER BY place`,
      columnsOf(keys),
    );
    return rows.map(({ next_offset: next, unsettled }) => ({
      next: next === null ? null : BigInt(next),
      unsettled: (unsettled ?? []).map(BigInt),
    }));
  }

  /**
   * Compare and set: moves each position from what it is expected to be, or none.
   * @throws PositionFencedError when somebody else moved one; the transaction must then be rolled back
   */
  async move(moves: readonly Move[]): Promise<void> {
    const [first, later] = [moves.filter(isFirst), moves.filter((each) => !isFirst(each))];
    const moved = [
      ...(first.length > 0 ? await this.begin(first) : []),
      ...(later.length > 0 ? await this.advance(later) : []),
    ].map(nameOf);
    const fenced = moves.find(({ key }) => !moved.includes(nameOf(key)));
    if (fenced !== undefined) throw new PositionFencedError(fenced.key, fenced.from.next);
  }

  private begin(moves: readonly Move[]): Promise<PartitionKey[]> {
    return this.db.query(
      `INSERT INTO position (group_id, topic, partition, next_offset, unsettled)
       SELECT group_id, topic, partition, next_offset, unsettled::bigint[]
       FROM unnest($1::text[], $2::text[], $3::int[], $4::bigint[], $5::text[])
         AS m (group_id, topic, partition, next_offset, unsettled)
       ON CONFLICT DO NOTHING RETURNING group_id AS group, topic, partition`,
      [...columnsOf(moves.map(({ key }) => key)), ...placesOf(moves.map(({ to }) => to))],
    );
  }

  private advance(moves: readonly Move[]): Promise<PartitionKey[]> {
    return this.db.query(
      `UPDATE position p SET next_offset = m.next_offset, unsettled = m.unsettled::bigint[],
         updated_at = clock_timestamp()
       FROM unnest($1::text[], $2::text[], $3::int[], $4::bigint[], $5::text[], $6::bigint[], $7::text[])
         AS m (group_id, topic, partition, next_offset, unsettled, old_offset, old_unsettled)
       WHERE (p.group_id, p.topic, p.partition) = (m.group_id, m.topic, m.partition)
         AND p.next_offset = m.old_offset AND p.unsettled = m.old_unsettled::bigint[]
       RETURNING p.group_id AS group, p.topic, p.partition`,
      [
        ...columnsOf(moves.map(({ key }) => key)),
        ...placesOf(moves.map(({ to }) => to)),
        ...placesOf(moves.map(({ from }) => from)),
      ],
    );
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

const isFirst = ({ from }: Move) => from.next === null;

/** The key as one text. */
export const nameOf = ({ group, topic, partition }: PartitionKey) =>
  `${group}/${topic}/${partition}`;

const columnsOf = (keys: readonly PartitionKey[]) => [
  keys.map(({ group }) => group),
  keys.map(({ topic }) => topic),
  keys.map(({ partition }) => partition),
];

/** The lists as text: an array's array must not be ragged. */
const placesOf = (positions: readonly Position[]) => [
  positions.map(({ next }) => next),
  positions.map(({ unsettled }) => `{${unsettled.join(',')}}`),
];
