import type { Queryable } from '@tocsin/persistence';
import { upsertIncidents } from '../tables/incident-table.js';
import { recount } from '../tables/tally-table.js';
import { benchIncident } from './bench-incident.js';

const BATCH = 500;
/** Incidents that are made one by one; the rest are copies of them under ids of their own. */
const ORIGINALS = 50_000;
const SLICE_ROWS = 100_000;

/** What the indexes of the table are made by, once it is full: far faster than row by row. */
async function takeIndexes(db: Queryable): Promise<string[]> {
  const indexes = await db.query<{ name: string; sql: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS sql
     FROM pg_index WHERE indrelid = 'incident'::regclass AND NOT indisprimary`,
  );
  for (const { name } of indexes) await db.query(`DROP INDEX ${name}`);
  return indexes.map(({ sql }) => sql);
}

/**
 * Fills the empty table by sets: originals through the store's own statement, then copies by SQL in the
 * order of their days, as a line that has run for years would have written them.
 *
 * @param count incidents in the end
 */
export async function fillIncidents(
  db: Queryable,
  count: number,
  progress: (text: string) => void,
): Promise<void> {
  const originals = Math.min(ORIGINALS, count);
  const copies = Math.floor(count / originals);
  const indexes = await takeIndexes(db);
  for (let n = 0; n < originals; n += BATCH) {
    const length = Math.min(BATCH, originals - n);
    await upsertIncidents(
      db,
      Array.from({ length }, (_, k) => benchIncident(n + k)),
      0,
    );
  }
  await db.query(`CREATE TABLE original AS SELECT *, row_number() OVER (ORDER BY start_on, incident_id) AS nth
    FROM incident`);
  await db.query('CREATE INDEX original_nth ON original (nth)');
  await db.query('TRUNCATE incident');
  const columns = await columnsOfIncident(db);
  const slice = Math.max(1, Math.floor(SLICE_ROWS / copies));
  for (let from = 1; from <= originals; from += slice) {
    await db.query(copySql(columns), [from, from + slice - 1, copies]);
    progress(`${Math.min(originals, from + slice - 1) * copies} incidents`);
  }
  await db.query('DROP TABLE original');
  for (const sql of indexes) {
    progress(sql.replace(/ ON .*? USING/, ' USING'));
    // One statement by the simple protocol is one transaction: the setting is gone after it.
    await db.query(`SET LOCAL maintenance_work_mem = '1GB'; ${sql}`);
  }
  progress('VACUUM ANALYZE');
  await db.query('VACUUM ANALYZE incident');
  // The copies have told nobody that they are there.
  await recount(db);
}

async function columnsOfIncident(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = 'incident'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  );
  return rows.map(({ name }) => name);
}

/** A copy changes on its incident's day, at a moment of its own; its snapshot is the original's, which need not be packed anew. */
const copySql = (columns: readonly string[]): string => `
  INSERT INTO incident (${columns.join(', ')})
  SELECT ${columns.map((name) => COPIED[name] ?? `o.${name}`).join(', ')}
  FROM original o, generate_series(1, $3::int) AS k
  WHERE o.nth BETWEEN $1::bigint AND $2::bigint ORDER BY o.start_on, k`;

const COPIED: Readonly<Record<string, string>> = {
  incident_id: `o.incident_id || '-' || k`,
  updated_ms: `(extract(epoch FROM o.start_on) * 1000)::bigint + (hashint8(o.nth * 1000 + k) & 67108863)`,
};
