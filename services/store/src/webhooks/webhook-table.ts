import { randomBytes } from 'node:crypto';
import type { Queryable } from '@tocsin/persistence';
import { ProblemError } from '../api/problem.js';
import { endOfChanges } from '../live/change-reader.js';
import { positionText } from '../live/position.js';
import { newSecret, OVERLAP_MS, type Secrets } from './secret.js';
import type {
  ChangeName,
  WebhookChange,
  WebhookDraft,
  WebhookState,
  WebhookView,
} from './webhook.js';

/** Each asks for changes of its own. */
export const MAX_WEBHOOKS = 200;

interface Row {
  readonly id: string;
  readonly url: string;
  readonly query_id: string | null;
  readonly changes: ChangeName[];
  readonly state: WebhookState;
  readonly state_code: string | null;
  readonly state_reason: string | null;
  readonly created_ms: string;
  readonly transaction: string;
  readonly cursor_id: string;
}

const COLUMNS = `id, url, query_id, changes, state, state_code, state_reason, created_ms,
  cursor_transaction::text AS transaction, cursor_id`;

/** Whoever is at work on it goes by what was: the next one begins with what is. */
const TAKEN_BACK = `lease_token = lease_token + 1, lease_until = '-infinity'`;

/**
 * @returns the webhook and its secret, which is shown this once
 * @throws ProblemError 409 when there are too many
 */
export async function createWebhook(
  db: Queryable,
  { url, queryId, changes, after }: WebhookDraft,
  nowMs: number,
): Promise<{ view: WebhookView; secret: string }> {
  const { transaction, id } = after ?? (await endOfChanges(db));
  const secret = newSecret();
  const [row] = await db.query<Row>(
    `INSERT INTO webhook (id, url, query_id, changes, secret, state, created_ms, cursor_transaction, cursor_id)
     SELECT $1, $2, $3, $4::text[], $5, 'active', $6, $7::text::xid8, $8
     WHERE (SELECT count(*) FROM webhook) < $9 RETURNING ${COLUMNS}`,
    [
      `whk_${randomBytes(8).toString('hex')}`,
      url,
      queryId,
      changes,
      secret,
      nowMs,
      transaction,
      id,
      MAX_WEBHOOKS,
    ],
  );
  if (!row) throw new ProblemError(409, 'ERR_API_FULL', `There are ${MAX_WEBHOOKS} already.`);
  return { view: viewOf(row), secret };
}

/** All of them, the newest first. */
export async function listWebhooks(db: Queryable): Promise<WebhookView[]> {
  const rows = await db.query<Row>(
    `SELECT ${COLUMNS} FROM webhook ORDER BY created_ms DESC, id LIMIT ${MAX_WEBHOOKS}`,
  );
  return rows.map(viewOf);
}

export async function readWebhook(
  db: Queryable,
  id: string,
): Promise<(WebhookView & Secrets) | undefined> {
  const [row] = await db.query<
    Row & { secret: string; old_secret: string | null; old_secret_until_ms: string | null }
  >(`SELECT ${COLUMNS}, secret, old_secret, old_secret_until_ms FROM webhook WHERE id = $1`, [id]);
  return (
    row && {
      ...viewOf(row),
      secret: row.secret,
      oldSecret: row.old_secret,
      oldSecretUntilMs: row.old_secret_until_ms === null ? null : Number(row.old_secret_until_ms),
    }
  );
}

/** Whatever is changed, what waits is tried at once. @returns undefined when there is no such webhook */
export async function changeWebhook(
  db: Queryable,
  id: string,
  { url, queryId, changes, state }: WebhookChange,
): Promise<WebhookView | undefined> {
  const [row] = await db.query<Row>(
    `WITH changed AS (
       UPDATE webhook SET url = coalesce($2, url), changes = coalesce($3::text[], changes),
         query_id = CASE WHEN $4 THEN $5 ELSE query_id END, state = coalesce($6, state),
         state_code = CASE WHEN $6::text IS NULL THEN state_code END,
         state_reason = CASE WHEN $6::text IS NULL THEN state_reason END,
         due_at = '-infinity', ${TAKEN_BACK} WHERE id = $1 RETURNING *
     ), fresh AS (
       -- Made active again, its message begins anew: it must not be the last try for ever.
       UPDATE webhook_delivery SET attempts = 0
       WHERE webhook_id = $1 AND state = 'pending' AND $6 = 'active'
     )
     SELECT ${COLUMNS} FROM changed`,
    [id, url ?? null, changes ?? null, queryId !== undefined, queryId ?? null, state ?? null],
  );
  return row && viewOf(row);
}

/** @returns the new secret, which is shown this once; undefined when there is no such webhook */
export async function rotateSecret(
  db: Queryable,
  id: string,
  nowMs: number,
): Promise<string | undefined> {
  const secret = newSecret();
  const rows = await db.query(
    `UPDATE webhook SET old_secret = secret, old_secret_until_ms = $2, secret = $3, ${TAKEN_BACK}
     WHERE id = $1 RETURNING id`,
    [id, nowMs + OVERLAP_MS, secret],
  );
  return rows.length > 0 ? secret : undefined;
}

/** @returns whether there was such a webhook */
export async function deleteWebhook(db: Queryable, id: string): Promise<boolean> {
  return (await db.query('DELETE FROM webhook WHERE id = $1 RETURNING id', [id])).length > 0;
}

const viewOf = (row: Row): WebhookView => ({
  id: row.id,
  url: row.url,
  queryId: row.query_id,
  changes: row.changes,
  state: row.state,
  code: row.state_code,
  reason: row.state_reason,
  createdAt: new Date(Number(row.created_ms)).toISOString(),
  position: positionText({ transaction: row.transaction, id: row.cursor_id }),
});
