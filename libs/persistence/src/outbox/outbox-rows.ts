import type { OutgoingRecord } from '@tocsin/messaging';
import type { Queryable } from '../database/queryable.js';
import { unpack } from '../database/packed.js';
import { fromStoredHeaders, type StoredHeaders } from './outbox-headers.js';
import type { Lease } from './shard-leases.js';

/** One unsent row. */
export interface OutboxRow {
  readonly id: string;
  readonly shard: number;
  readonly topic: string;
  readonly key: Buffer;
  readonly packed: Buffer | null;
  readonly headers: StoredHeaders;
}

export const toRecord = ({ topic, key, packed, headers }: OutboxRow): OutgoingRecord => ({
  topic,
  key,
  value: packed && unpack(packed),
  headers: fromStoredHeaders(headers),
});

/** The outbox table as the relay sees it. */
export class OutboxRows {
  constructor(private readonly db: Queryable) {}

  /** The oldest unsent rows of these shards in the order of their ids. */
  unsent(shards: readonly number[], limit: number): Promise<OutboxRow[]> {
    return this.db.query<OutboxRow>(
      `SELECT id, shard, topic, key, packed, headers FROM outbox
       WHERE sent_at IS NULL AND shard = ANY($1::smallint[]) ORDER BY id LIMIT $2`,
      [shards, limit],
    );
  }

  /** Marks rows as sent where the lease still holds; gives the ids of those that it could mark. */
  async markSent(
    rows: readonly OutboxRow[],
    leases: readonly Lease[],
    owner: string,
  ): Promise<Set<string>> {
    const marked = await this.db.query<{ id: string }>(
      `UPDATE outbox o SET sent_at = clock_timestamp()
       FROM outbox_shard s JOIN unnest($2::smallint[], $3::bigint[]) AS lease (shard, token) USING (shard, token)
       WHERE o.id = ANY($1::bigint[]) AND s.shard = o.shard AND s.owner = $4
         AND s.lease_until > clock_timestamp()
       RETURNING o.id`,
      [
        rows.map(({ id }) => id),
        leases.map(({ shard }) => shard),
        leases.map(({ token }) => token),
        owner,
      ],
    );
    return new Set(marked.map(({ id }) => id));
  }

  /**
   * Makes the newest row of each of these rows' keys unsent again. For records that may have landed after
   * newer ones: whoever owns the shard now publishes the newest state once more, as the last.
   */
  async reopenNewest(rows: readonly OutboxRow[]): Promise<void> {
    await this.db.query(
      `UPDATE outbox SET sent_at = NULL WHERE sent_at IS NOT NULL AND id IN (
         SELECT (SELECT max(id) FROM outbox o WHERE o.topic = k.topic AND o.key = k.key)
         FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::bytea[])) AS k (topic, key))`,
      [rows.map(({ topic }) => topic), rows.map(({ key }) => key)],
    );
  }

  /** Removes rows that were sent longer ago than the retention, a bounded number at a time. */
  async clean(retentionMs: number): Promise<void> {
    await this.db.query(
      `DELETE FROM outbox WHERE id IN (
         SELECT id FROM outbox WHERE sent_at < clock_timestamp() - $1 * interval '1 millisecond'
         ORDER BY sent_at LIMIT 10000)`,
      [retentionMs],
    );
  }

  /** Seconds since the oldest unsent row was written; 0 when none waits. */
  async oldestUnsentAgeSeconds(): Promise<number> {
    const [row] = await this.db.query<{ age: number }>(
      `SELECT extract(epoch FROM clock_timestamp() - created_at)::float8 AS age
       FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT 1`,
    );
    return row ? Math.max(0, row.age) : 0;
  }
}
