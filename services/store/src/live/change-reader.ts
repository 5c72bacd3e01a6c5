import type { Queryable } from '@tocsin/persistence';
import type { ChangePosition } from './position.js';

/** One change with its place in the stream. */
export interface PlacedChange extends ChangePosition {
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
}

/**
 * Changes after a place, in their order. Only behind the oldest transaction that is still open: numbers are
 * given before commits, so that one written late may commit first, and a reader that goes by numbers alone
 * would pass the earlier one by.
 */
export async function readChanges(
  db: Queryable,
  after: ChangePosition,
  limit: number,
): Promise<PlacedChange[]> {
  const rows = await db.query<PlacedChange & { revision: string }>(
    `SELECT written_by::text AS transaction, id::text AS id, kind, key, revision FROM change
     WHERE (written_by, id) > ($1::text::xid8, $2::bigint)
       AND written_by < pg_snapshot_xmin(pg_current_snapshot())
     -- By the columns, not by their texts of the same names.
     ORDER BY change.written_by, change.id LIMIT $3`,
    [after.transaction, after.id, limit],
  );
  return rows.map((row) => ({ ...row, revision: Number(row.revision) }));
}

/** Where what is written from now on begins. */
export async function endOfChanges(db: Queryable): Promise<ChangePosition> {
  const [row] = await db.query<{ transaction: string }>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS transaction`,
  );
  return { transaction: row?.transaction as string, id: '0' };
}
