import type { Queryable } from '@tocsin/persistence';

/** The tables that lie by month of writing, and how long their months are kept; undefined: for ever. */
const TABLES: readonly { readonly name: string; readonly keptMonths?: number }[] = [
  // A stream is resumed within a quarter of a year; who comes later reads the lists anew.
  { name: 'change', keptMonths: 3 },
  { name: 'incident_revision' },
];

const MONTHS_AHEAD = 2;
/** One replica at a time: making a month that another makes at the same moment fails. */
const LOCK = "hashtextextended('store:months', 0)";

/** The month as `2022_01`, its first ms and the first ms after it, counted from the month of `nowMs`. */
function monthAt(nowMs: number, offset: number): { name: string; from: number; to: number } {
  const now = new Date(nowMs);
  const from = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1);
  const to = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset + 1, 1);
  return { name: new Date(from).toISOString().slice(0, 7).replace('-', '_'), from, to };
}

/**
 * Makes this month's and the next months' parts of the tables, and drops those that are past keeping. What
 * is written in between lies in the part for all other months.
 * @param nowMs ms since the epoch
 */
export async function keepMonths(db: Queryable, nowMs: number): Promise<void> {
  for (const { name, keptMonths } of TABLES) {
    const creations = Array.from({ length: MONTHS_AHEAD + 1 }, (_, offset) => {
      const month = monthAt(nowMs, offset);
      return `CREATE TABLE IF NOT EXISTS ${name}_${month.name} PARTITION OF ${name}
        FOR VALUES FROM (${month.from}) TO (${month.to});`;
    });
    const dropped = keptMonths === undefined ? [] : await monthsBefore(db, name, nowMs, keptMonths);
    await db.query(`DO $$ BEGIN
      PERFORM pg_advisory_xact_lock(${LOCK});
      ${creations.join('\n')}
      ${dropped.map((part) => `DROP TABLE IF EXISTS ${part};`).join('\n')}
    END $$`);
  }
}

async function monthsBefore(
  db: Queryable,
  table: string,
  nowMs: number,
  keptMonths: number,
): Promise<string[]> {
  const oldest = `${table}_${monthAt(nowMs, -keptMonths).name}`;
  const parts = await db.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = $1::regclass`,
    [table],
  );
  return parts
    .map(({ name }) => name)
    .filter((name) => new RegExp(`^${table}_\\d{4}_\\d{2}$`).test(name) && name < oldest);
}
