import type { Queryable } from '@tocsin/persistence';
import type { ChangePosition } from '../live/position.js';
import type { Filters } from '../saved/saved-query.js';
import type { Secrets } from './secret.js';
import type { ChangeName } from './webhook.js';

/** A webhook in this instance's hands, with all that telling of changes takes. */
export interface HeldWebhook {
  readonly id: string;
  /** Grows with every change of hands. */
  readonly token: string;
  readonly url: string;
  readonly changes: readonly ChangeName[];
  readonly filters: Filters;
  readonly secrets: Secrets;
  readonly place: ChangePosition;
}

interface Row {
  readonly id: string;
  readonly token: string;
  readonly url: string;
  readonly changes: ChangeName[];
  readonly filters: Filters | null;
  readonly secret: string;
  readonly old_secret: string | null;
  readonly old_secret_until_ms: string | null;
  readonly transaction: string;
  readonly cursor_id: string;
}

/** Milliseconds as an interval; times are the database's, the only clock that all instances share. */
export const ms = (parameter: string) => `${parameter}::float8 * interval '1 millisecond'`;

/**
 * Takes webhooks that are due, that nobody holds, and for which there are changes to look at. A webhook is in one
 * instance's hands at a time, so that its messages go one by one and in their order.
 */
export async function takeWebhooks(
  db: Queryable,
  limit: number,
  leaseMs: number,
): Promise<HeldWebhook[]> {
  const rows = await db.query<Row>(
    `UPDATE webhook w SET lease_token = w.lease_token + 1, lease_until = clock_timestamp() + ${ms('$2')}
     FROM (
       SELECT id FROM webhook h
       WHERE state = 'active' AND due_at <= clock_timestamp() AND lease_until <= clock_timestamp()
         AND EXISTS (
           SELECT FROM change c WHERE (c.written_by, c.id) > (h.cursor_transaction, h.cursor_id)
             AND c.written_by < pg_snapshot_xmin(pg_current_snapshot()))
       ORDER BY due_at, id LIMIT $1 FOR UPDATE SKIP LOCKED) due
     WHERE w.id = due.id
     RETURNING w.id, w.lease_token::text AS token, w.url, w.changes, w.secret, w.old_secret,
       w.old_secret_until_ms, w.cursor_transaction::text AS transaction, w.cursor_id,
       (SELECT filters FROM saved_query q WHERE q.id = w.query_id) AS filters`,
    [limit, leaseMs],
  );
  return rows.map(heldOf);
}

/**
 * All up to here is told. A message that still waits then is none any more: its revision was erased, or the webhook's
 * filter was changed meanwhile.
 * @returns whether it was still in our hands
 */
export async function moveCursor(
  db: Queryable,
  { id, token }: HeldWebhook,
  place: ChangePosition,
): Promise<boolean> {
  const rows = await db.query(
    `WITH moved AS (
       UPDATE webhook SET cursor_transaction = $3::text::xid8, cursor_id = $4
       WHERE id = $1 AND lease_token = $2 RETURNING id
     ), passed AS (
       UPDATE webhook_delivery d SET state = 'dead', code = 'ERR_WEBHOOK_PASSED',
         reason = 'It is no longer among what this webhook tells of.'
       FROM moved WHERE d.state = 'pending' AND d.webhook_id = moved.id
     )
     SELECT id FROM moved`,
    [id, token, place.transaction, place.id],
  );
  return rows.length > 0;
}

/** Gives it back, so that nobody has to wait for the lease to end. */
export async function giveBack(db: Queryable, { id, token }: HeldWebhook): Promise<void> {
  await db.query(
    `UPDATE webhook SET lease_until = '-infinity' WHERE id = $1 AND lease_token = $2`,
    [id, token],
  );
}

const heldOf = (row: Row): HeldWebhook => ({
  id: row.id,
  token: row.token,
  url: row.url,
  changes: row.changes,
  filters: row.filters ?? {},
  secrets: {
    secret: row.secret,
    oldSecret: row.old_secret,
    oldSecretUntilMs: row.old_secret_until_ms === null ? null : Number(row.old_secret_until_ms),
  },
  place: { transaction: row.transaction, id: row.cursor_id },
});
