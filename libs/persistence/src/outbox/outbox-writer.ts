import type { OutgoingRecord } from '@tocsin/messaging';
import type { Queryable } from '../database/queryable.js';
import { joinedBytes } from '../database/joined-bytes.js';
import { pack } from '../database/packed.js';
import { toStoredHeaders } from './outbox-headers.js';
import { shardOf } from './shard.js';

/**
 * Writes records as outbox rows of this transaction and wakes the relays when it commits.
 * Rows of one key are published in the order of their ids: a transaction must hold that key's row lock
 * (its business row, updated before) so that a later revision can't commit first.
 */
export async function writeOutbox(
  tx: Queryable,
  records: readonly OutgoingRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map((record) => ({ ...record, key: keyBytes(record.key) }));
  const { bytes, starts, lengths } = joinedBytes(rows.map(({ value }) => value && pack(value)));
  await tx.query(
    `INSERT INTO outbox (shard, topic, key, packed, headers)
     SELECT shard, topic, key, substring($4::bytea FROM start FOR length), headers
     FROM unnest($1::smallint[], $2::text[], $3::bytea[], $5::int[], $6::int[], $7::jsonb[])
       AS row (shard, topic, key, start, length, headers)`,
    [
      rows.map(({ key }) => shardOf(key)),
      rows.map(({ topic }) => topic),
      rows.map(({ key }) => key),
      bytes,
      starts,
      lengths,
      rows.map(({ headers }) => JSON.stringify(toStoredHeaders(headers))),
    ],
  );
  // Delivered on commit only, and once per transaction however often it is called.
  await tx.query(`SELECT pg_notify('outbox_' || current_schema(), '')`);
}

/** Every outbox topic is keyed: order and "newest of a key" mean nothing without one. */
function keyBytes(key: OutgoingRecord['key']): Buffer {
  if (key === null) throw new TypeError('An outbox record needs a key.');
  return typeof key === 'string' ? Buffer.from(key, 'utf8') : key;
}
