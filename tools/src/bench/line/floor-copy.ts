import type { Client } from 'pg';
import { treeCpuMs } from '../processes.js';

/** What PostgreSQL needs for the rows alone. */
export interface CopyFloor {
  readonly rows: number;
  /** Milliseconds of CPU of the database an article. */
  readonly databaseMs: number;
  /** Bytes on disk an article with all indexes, by schema, as the line left them. */
  readonly bytes: Readonly<Record<string, number>>;
}

const SIZES = `
  SELECT nspname AS schema, sum(pg_total_relation_size(c.oid)) AS bytes
  FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
  WHERE nspname IN ('fetcher', 'deduplicator', 'store') AND relkind = 'r' GROUP BY 1 ORDER BY 1`;

const TABLES = `
  SELECT format('%I.%I', nspname, relname) AS name
  FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
  WHERE nspname IN ('fetcher', 'deduplicator', 'store') AND relkind IN ('r', 'p') AND NOT relispartition
  ORDER BY 1`;

/**
 * Loads every row that the line left behind once more by COPY, into tables without an index.
 *
 * @param client of a superuser: COPY reads the server's own file
 * @param articles that these rows are of
 */
export async function copyFloor(
  client: Client,
  postgres: number,
  articles: number,
): Promise<CopyFloor> {
  const [folder] = (
    await client.query<{ path: string }>(`SELECT current_setting('data_directory') AS path`)
  ).rows;
  const file = `${folder?.path}/floor.copy`;
  const tables = (await client.query<{ name: string }>(TABLES)).rows;
  const sizes = (await client.query<{ schema: string; bytes: string }>(SIZES)).rows;
  let rows = 0;
  let databaseMs = 0;
  for (const { name } of tables) {
    await client.query(`COPY (SELECT * FROM ${name}) TO '${file}'`);
    await client.query(`CREATE TABLE public.floor AS SELECT * FROM ${name} WITH NO DATA`);
    const before = treeCpuMs(postgres);
    const { rowCount } = await client.query(`COPY public.floor FROM '${file}'`);
    databaseMs += treeCpuMs(postgres) - before;
    rows += rowCount ?? 0;
    await client.query('DROP TABLE public.floor');
  }
  return {
    rows: rows / articles,
    databaseMs: databaseMs / articles,
    bytes: Object.fromEntries(sizes.map(({ schema, bytes }) => [schema, Number(bytes) / articles])),
  };
}
