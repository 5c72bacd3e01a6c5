import type { Queryable } from '@tocsin/persistence';
import { EVERYWHERE, keyOfHost, keysAbove } from './host-key.js';

export const KEEPS = ['full', 'excerpt'] as const;

/** What may be kept of a source's texts. */
export interface SourceRight {
  /** A host with all below it, or `*` for every source without a rule of its own. */
  readonly host: string;
  /** `excerpt`: headline, beginning, hash and link alone. */
  readonly keeps: (typeof KEEPS)[number];
  /** Days from its fetch after which a full text becomes an excerpt; null: it stays. */
  readonly textDays: number | null;
  /** Why, as the licence or the letter says. */
  readonly note: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

interface Row {
  readonly host: string;
  readonly host_key: string;
  readonly keeps: SourceRight['keeps'];
  readonly text_days: number | null;
  readonly note: string;
  readonly by_name: string;
  readonly at_ms: string;
}

/** At most a thousand: one for each source that gave other rights than all. */
export async function listRights(db: Queryable): Promise<SourceRight[]> {
  const rows = await db.query<Row>('SELECT * FROM source_right ORDER BY host_key LIMIT 1000');
  return rows.map(viewOf);
}

export async function setRight(db: Queryable, right: SourceRight): Promise<void> {
  await db.query(
    `INSERT INTO source_right (host_key, host, keeps, text_days, note, by_name, at_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (host_key) DO UPDATE SET host = EXCLUDED.host, keeps = EXCLUDED.keeps,
       text_days = EXCLUDED.text_days, note = EXCLUDED.note, by_name = EXCLUDED.by_name, at_ms = EXCLUDED.at_ms`,
    [
      keyOf(right.host),
      right.host,
      right.keeps,
      right.textDays,
      right.note,
      right.by,
      Date.parse(right.at),
    ],
  );
}

/** @returns whether there was one */
export async function removeRight(db: Queryable, host: string): Promise<boolean> {
  const rows = await db.query(
    `WITH gone AS (DELETE FROM source_right WHERE host_key = $1 RETURNING 1) SELECT * FROM gone`,
    [keyOf(host)],
  );
  return rows.length > 0;
}

const keyOf = (host: string) => (host === EVERYWHERE ? EVERYWHERE : keyOfHost(host));

/** The rules that may hold for sites, by their keys; the nearest above a site is the one that does. */
export async function rightsFor(
  tx: Queryable,
  keys: readonly (string | null)[],
): Promise<(key: string | null) => SourceRight['keeps']> {
  const asked = [...new Set(keys.flatMap(keysAbove))];
  const rows = await tx.query<Pick<Row, 'host_key' | 'keeps'>>(
    'SELECT host_key, keeps FROM source_right WHERE host_key = ANY($1)',
    [asked],
  );
  const keeps = new Map(rows.map((row) => [row.host_key, row.keeps]));
  return (key) =>
    keysAbove(key)
      .map((each) => keeps.get(each))
      .find((each) => each !== undefined) ?? 'full';
}

const viewOf = (row: Row): SourceRight => ({
  host: row.host,
  keeps: row.keeps,
  textDays: row.text_days,
  note: row.note,
  by: row.by_name,
  at: new Date(Number(row.at_ms)).toISOString(),
});
