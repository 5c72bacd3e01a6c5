import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Queryable } from '@tocsin/persistence';

/** What a key allows; `operate` allows all. */
export const SCOPES = ['read', 'push', 'operate'] as const;
export type Scope = (typeof SCOPES)[number];

/** A key as it is listed: its secret is nowhere. Times are ISO 8601. */
export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

const SECRET_BYTES = 32;
/** The time of use is kept to the minute, so that reading does not write at every call. */
const USE_MS = 60_000;

/** A random secret of 256 bits can't be guessed from a plain hash: no slow one is needed. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** @returns the key itself, which is shown this once, and what is kept of it */
export async function createKey(
  db: Queryable,
  name: string,
  scopes: readonly Scope[],
  nowMs: number,
): Promise<{ key: string; view: ApiKeyView }> {
  const id = randomBytes(6).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  await db.query(
    `INSERT INTO api_key (id, name, secret_hash, scopes, created_ms) VALUES ($1, $2, $3, $4, $5)`,
    [id, name, hashOf(secret), scopes, nowMs],
  );
  const createdAt = new Date(nowMs).toISOString();
  const view = { id, name, scopes, createdAt, lastUsedAt: null, revokedAt: null };
  return { key: `tocsin_${id}_${secret}`, view };
}

/** Whose a given key is and what it allows; undefined when it is none of ours, or revoked. */
export async function holderOf(
  db: Queryable,
  key: string,
  nowMs: number,
): Promise<{ readonly name: string; readonly scopes: readonly Scope[] } | undefined> {
  const [, id, secret] = /^tocsin_([0-9a-f]{12})_([0-9a-f]{64})$/.exec(key) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const [row] = await db.query<
    { name: string; secret_hash: Buffer; scopes: Scope[] } & { used_ms: string | null }
  >('SELECT name, secret_hash, scopes, used_ms FROM api_key WHERE id = $1 AND revoked_ms IS NULL', [
    id,
  ]);
  if (!row || !timingSafeEqual(row.secret_hash, hashOf(secret))) return undefined;
  if (nowMs - Number(row.used_ms ?? 0) > USE_MS) {
    await db.query('UPDATE api_key SET used_ms = $2 WHERE id = $1', [id, nowMs]);
  }
  return { name: row.name, scopes: row.scopes };
}

/** @returns whether there was such a key, not yet revoked */
export async function revokeKey(db: Queryable, id: string, nowMs: number): Promise<boolean> {
  const rows = await db.query(
    'UPDATE api_key SET revoked_ms = $2 WHERE id = $1 AND revoked_ms IS NULL RETURNING id',
    [id, nowMs],
  );
  return rows.length > 0;
}

/** All keys, the newest first; at most a thousand. */
export async function listKeys(db: Queryable): Promise<ApiKeyView[]> {
  const rows = await db.query<
    Record<'created_ms' | 'used_ms' | 'revoked_ms', string | null> & ApiKeyView
  >(
    `SELECT id, name, scopes, created_ms, used_ms, revoked_ms FROM api_key
     ORDER BY created_ms DESC, id LIMIT 1000`,
  );
  return rows.map(({ id, name, scopes, created_ms, used_ms, revoked_ms }) => ({
    id,
    name,
    scopes,
    createdAt: iso(created_ms) as string,
    lastUsedAt: iso(used_ms),
    revokedAt: iso(revoked_ms),
  }));
}

const iso = (ms: string | null): string | null =>
  ms === null ? null : new Date(Number(ms)).toISOString();
