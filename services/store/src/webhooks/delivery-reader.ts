import type { Queryable } from '@tocsin/persistence';
import { decodeCursor, encodeCursor } from '../queries/cursor.js';
import { statement } from '../queries/bind.js';
import { integer, oneOf, text } from '../queries/values.js';
import { badQuery } from '../api/problem.js';
import {
  DELIVERY_STATES,
  type DeliveryState,
  type DeliveryView,
  type Try,
} from './delivery-table.js';
import type { ToldChange } from './webhook.js';

interface Row {
  readonly id: string;
  readonly incident_id: string;
  readonly revision: number;
  readonly change: ToldChange;
  readonly changed_ms: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly code: string | null;
  readonly reason: string | null;
  readonly status: number | null;
  readonly created_ms: string;
  readonly tried_ms: string | null;
}

const COLUMNS = `id, incident_id, revision, change, changed_ms, state, attempts, code, reason, status,
  created_ms, tried_ms`;
const SORT = '-createdAt';
const PARAMETERS = ['state', 'limit', 'cursor'];
export const MAX_DELIVERIES = 500;

/**
 * A webhook's deliveries, the newest first.
 * @param query `state`, `limit`, `cursor`
 * @throws ProblemError 400
 */
export async function listDeliveries(
  db: Queryable,
  webhookId: string,
  query: Readonly<Record<string, unknown>>,
): Promise<{ items: DeliveryView[]; nextCursor: string | null }> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    if (!PARAMETERS.includes(name)) throw badQuery(`${name} is not a parameter of this list.`);
    given[name] = text(name, value);
  }
  const limit = integer('limit', given['limit'] ?? '50', 1, MAX_DELIVERIES);
  const { state, cursor } = given;
  const place = cursor === undefined ? undefined : decodeCursor(cursor, SORT, isMoment);
  const { sql, params } = statement((bind) => {
    const conditions = [
      `webhook_id = ${bind(webhookId)}`,
      ...(state === undefined ? [] : [`state = ${bind(oneOf('state', state, DELIVERY_STATES))}`]),
      ...(place ? [`(created_ms, id) < (${bind(place.value)}::bigint, ${bind(place.id)})`] : []),
    ];
    return `SELECT ${COLUMNS} FROM webhook_delivery WHERE ${conditions.join(' AND ')}
      ORDER BY created_ms DESC, id DESC LIMIT ${bind(limit + 1)}`;
  });
  const rows = await db.query<Row>(sql, params);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(viewOf),
    nextCursor:
      last && rows.length > limit
        ? encodeCursor({ sort: SORT, value: last.created_ms, id: last.id })
        : null,
  };
}

const isMoment = (value: string) => /^\d{1,15}$/.test(value);

export async function readDelivery(
  db: Queryable,
  webhookId: string,
  id: string,
): Promise<DeliveryView | undefined> {
  const [row] = await db.query<Row>(
    `SELECT ${COLUMNS} FROM webhook_delivery WHERE webhook_id = $1 AND id = $2`,
    [webhookId, id],
  );
  return row && viewOf(row);
}

/** The message that a webhook waits with is due at once. */
export async function hurryWebhook(db: Queryable, webhookId: string): Promise<void> {
  await db.query(`UPDATE webhook SET due_at = '-infinity' WHERE id = $1`, [webhookId]);
}

/** Writes down how a try by hand went; what had got through stays delivered. */
export async function noteRedelivery(
  db: Queryable,
  id: string,
  { code, reason, status }: Try,
  nowMs: number,
): Promise<void> {
  await db.query(
    `UPDATE webhook_delivery SET attempts = attempts + 1, tried_ms = $2, code = $3, reason = $4,
       status = $5, state = CASE WHEN $3 = 'OK' THEN 'delivered' ELSE state END WHERE id = $1`,
    [id, nowMs, code, reason, status],
  );
}

const iso = (value: string): string => new Date(Number(value)).toISOString();

const viewOf = (row: Row): DeliveryView => ({
  id: row.id,
  incidentId: row.incident_id,
  revision: row.revision,
  change: row.change,
  changedAt: iso(row.changed_ms),
  state: row.state,
  attempts: row.attempts,
  code: row.code,
  reason: row.reason,
  status: row.status,
  createdAt: iso(row.created_ms),
  triedAt: row.tried_ms === null ? null : iso(row.tried_ms),
});
