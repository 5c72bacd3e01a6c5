import { randomBytes } from 'node:crypto';
import { safeJson, type Queryable } from '@tocsin/persistence';
import { ProblemError } from '../api/problem.js';
import type { Filters, SavedQuery, SavedQueryDraft } from './saved-query.js';

export const MAX_QUERIES = 1_000;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly filters: Filters;
  readonly created_ms: string;
  readonly updated_ms: string;
}

const COLUMNS = 'id, name, filters, created_ms, updated_ms';

/** @throws ProblemError 409 when there are too many */
export async function createQuery(
  db: Queryable,
  { name, filters }: SavedQueryDraft,
  nowMs: number,
): Promise<SavedQuery> {
  const rows = await db.query<Row>(
    `INSERT INTO saved_query (id, name, filters, created_ms, updated_ms)
     SELECT $1, $2, $3, $4::bigint, $4::bigint WHERE (SELECT count(*) FROM saved_query) < $5
     RETURNING ${COLUMNS}`,
    [`qry_${randomBytes(8).toString('hex')}`, name, safeJson(filters), nowMs, MAX_QUERIES],
  );
  const [row] = rows;
  if (!row)
    throw new ProblemError(409, 'ERR_API_FULL', `There are ${MAX_QUERIES} queries already.`);
  return viewOf(row);
}

/** All of them, the newest first. */
export async function listQueries(db: Queryable): Promise<SavedQuery[]> {
  const rows = await db.query<Row>(
    `SELECT ${COLUMNS} FROM saved_query ORDER BY created_ms DESC, id LIMIT ${MAX_QUERIES}`,
  );
  return rows.map(viewOf);
}

export async function readQuery(db: Queryable, id: string): Promise<SavedQuery | undefined> {
  const [row] = await db.query<Row>(`SELECT ${COLUMNS} FROM saved_query WHERE id = $1`, [id]);
  return row && viewOf(row);
}

/** @returns undefined when there is no such query */
export async function changeQuery(
  db: Queryable,
  id: string,
  { name, filters }: Partial<SavedQueryDraft>,
  nowMs: number,
): Promise<SavedQuery | undefined> {
  const [row] = await db.query<Row>(
    `UPDATE saved_query SET name = coalesce($2, name), filters = coalesce($3::jsonb, filters),
       updated_ms = $4 WHERE id = $1 RETURNING ${COLUMNS}`,
    [id, name ?? null, filters === undefined ? null : safeJson(filters), nowMs],
  );
  return row && viewOf(row);
}

/**
 * @returns whether there was such a query
 * @throws ProblemError 409 while a webhook tells of it: without its filter it would tell of everything
 */
export async function deleteQuery(db: Queryable, id: string): Promise<boolean> {
  const rows = await db.query(
    `DELETE FROM saved_query WHERE id = $1
       AND NOT EXISTS (SELECT FROM webhook WHERE query_id = $1) RETURNING id`,
    [id],
  );
  if (rows.length > 0) return true;
  if (!(await readQuery(db, id))) return false;
  throw new ProblemError(409, 'ERR_API_IN_USE', `A webhook tells of ${id}: delete that first.`);
}

const viewOf = ({ id, name, filters, created_ms, updated_ms }: Row): SavedQuery => ({
  id,
  name,
  filters,
  createdAt: new Date(Number(created_ms)).toISOString(),
  updatedAt: new Date(Number(updated_ms)).toISOString(),
});
