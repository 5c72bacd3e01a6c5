import { createHash } from 'node:crypto';
import type { Queryable } from '@tocsin/persistence';
import type { ChangePosition } from '../live/position.js';
import type { MatchingRevision } from './matching-revisions.js';
import { ms, type HeldWebhook } from './webhook-leases.js';
import type { ToldChange } from './webhook.js';

/** `pending` is the one that a webhook is at; `dead` was given up, with its reason. */
export const DELIVERY_STATES = ['pending', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** How the last try went. */
export interface Try {
  /** `OK`, or why not: stable. */
  readonly code: string;
  readonly reason: string;
  /** Of the answer; null when there was none. */
  readonly status: number | null;
}

/** The message of one revision to one webhook. Always the same id, whoever makes it and however often. */
export const messageId = (webhookId: string, incidentId: string, revision: number): string =>
  `msg_${createHash('sha256').update(`${webhookId}/${incidentId}/${revision}`).digest('hex').slice(0, 32)}`;

/**
 * Notes that this message comes next, and keeps the webhook in our hands for it.
 * @returns how far it is; undefined when the webhook is no longer ours, or not to be told
 */
export async function beginDelivery(
  db: Queryable,
  { id, token }: HeldWebhook,
  { incidentId, revision, change, changedMs }: MatchingRevision,
  leaseMs: number,
  nowMs: number,
): Promise<{ state: DeliveryState; attempts: number } | undefined> {
  const [row] = await db.query<{ state: DeliveryState; attempts: number }>(
    `WITH held AS (
       UPDATE webhook SET lease_until = clock_timestamp() + ${ms('$3')}
       WHERE id = $1 AND lease_token = $2 AND state = 'active' RETURNING id
     )
     INSERT INTO webhook_delivery
       (id, webhook_id, incident_id, revision, change, changed_ms, state, created_ms)
     SELECT $4, id, $5, $6, $7, $8, 'pending', $9 FROM held
     ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id RETURNING state, attempts`,
    [
      id,
      token,
      leaseMs,
      messageId(id, incidentId, revision),
      incidentId,
      revision,
      change,
      changedMs,
      nowMs,
    ],
  );
  return row;
}

/** How a try changes what comes next. */
export interface Settlement {
  readonly state: DeliveryState;
  readonly tried: Try;
  /** Where the webhook goes on: behind what is settled. Undefined: it stays where it is. */
  readonly place?: ChangePosition;
  /** Milliseconds until it is tried again. */
  readonly pauseMs?: number;
  /** Nothing more is sent until an operator says so. */
  readonly disables?: boolean;
}

/**
 * Writes down how a try went, and where the webhook goes on, in one statement.
 * @returns whether the webhook was still in our hands; else nothing is written
 */
export async function settleDelivery(
  db: Queryable,
  { id, token }: HeldWebhook,
  { incidentId, revision }: MatchingRevision,
  { state, tried, place, pauseMs = 0, disables = false }: Settlement,
  nowMs: number,
): Promise<boolean> {
  const rows = await db.query(
    `WITH moved AS (
       UPDATE webhook SET
         cursor_transaction = coalesce($3::text::xid8, cursor_transaction),
         cursor_id = coalesce($4::bigint, cursor_id),
         due_at = clock_timestamp() + ${ms('$5')},
         state = CASE WHEN $6 THEN 'disabled' ELSE state END,
         state_code = CASE WHEN $6 THEN $9 ELSE state_code END,
         state_reason = CASE WHEN $6 THEN $10 ELSE state_reason END
       WHERE id = $1 AND lease_token = $2 RETURNING id
     )
     UPDATE webhook_delivery SET state = $8, attempts = attempts + 1, code = $9, reason = $10,
       status = $11, tried_ms = $12
     WHERE id = $7 AND EXISTS (SELECT FROM moved) RETURNING id`,
    [
      id,
      token,
      place?.transaction ?? null,
      place?.id ?? null,
      pauseMs,
      disables,
      messageId(id, incidentId, revision),
      state,
      tried.code,
      tried.reason,
      tried.status,
      nowMs,
    ],
  );
  return rows.length > 0;
}

/** Ages in days after which deliveries are forgotten: what went well, and what didn't. */
const KEPT_DAYS = { delivered: 30, dead: 90 };
const DAY_MS = 86_400_000;

export async function forgetDeliveries(db: Queryable, nowMs: number): Promise<void> {
  for (const [state, days] of Object.entries(KEPT_DAYS)) {
    await db.query('DELETE FROM webhook_delivery WHERE state = $1 AND created_ms < $2', [
      state,
      nowMs - days * DAY_MS,
    ]);
  }
}

/** A delivery as it is shown. Times are ISO 8601. */
export interface DeliveryView {
  readonly id: string;
  readonly incidentId: string;
  readonly revision: number;
  readonly change: ToldChange;
  readonly changedAt: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly code: string | null;
  readonly reason: string | null;
  readonly status: number | null;
  readonly createdAt: string;
  readonly triedAt: string | null;
}
