import type { OutgoingRecord } from '@tocsin/messaging';
import type { Queryable } from '../database/queryable.js';

/**
 * Deletes what was sent of these records' keys on their topics. Sent rows stay a day, for a relay that takes over and
 * can't know what arrived; of an erased word they must not. The caller writes a newer record of each key in the same
 * transaction, so that there is something to send again.
 */
export async function forgetSent(
  tx: Queryable,
  records: readonly Pick<OutgoingRecord, 'topic' | 'key'>[],
): Promise<void> {
  await tx.query(
    `DELETE FROM outbox o USING unnest($1::text[], $2::bytea[]) AS gone (topic, key)
     WHERE o.topic = gone.topic AND o.key = gone.key AND o.sent_at IS NOT NULL`,
    [
      records.map(({ topic }) => topic),
      records.map(({ key }) => (typeof key === 'string' ? Buffer.from(key) : key)),
    ],
  );
}
