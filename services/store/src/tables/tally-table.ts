import type { Queryable } from '@tocsin/persistence';

/** Those of an ending that are not past it: the state is the end at the furthest stage. Few ends are no good ones. */
const ended = (ending: string): string => `SELECT count(*) FROM article_end e
  WHERE ending <> 'stored' AND ending = '${ending}' AND NOT EXISTS (
    SELECT FROM article_end further WHERE further.url_id = e.url_id
      AND further.version = e.version AND further.stage_rank > e.stage_rank)`;

/** What is counted as it is written, so that nobody has to count it. */
export const TALLIES = {
  /** Articles of which a version is stored completely. */
  articles: 'SELECT count(DISTINCT article_id) FROM article_version WHERE stored_ms IS NOT NULL',
  /** Active incidents. */
  incidents: `SELECT count(*) FROM incident WHERE lifecycle = 'active'`,
  /** URL versions whose furthest stage ended so. */
  rejected: ended('rejected'),
  failed: ended('failed'),
  'dead-lettered': ended('dead-lettered'),
} as const;
export type Tally = keyof typeof TALLIES;
export type Tallies = Readonly<Record<Tally, number>>;

const NAMES = Object.keys(TALLIES) as Tally[];

/**
 * Notes by how much counts grew in the transaction that makes them grow. Each writes rows of its own: were there one
 * row for each count, transactions would wait for each other.
 */
export async function noteTallies(
  tx: Queryable,
  grown: Readonly<Partial<Record<Tally, number>>>,
): Promise<void> {
  const rows = NAMES.filter((name) => (grown[name] ?? 0) !== 0);
  if (rows.length === 0) return;
  await tx.query('INSERT INTO tally (name, grown) SELECT * FROM unnest($1::text[], $2::bigint[])', [
    rows,
    rows.map((name) => grown[name]),
  ]);
}

/** The counts as of now, exactly. */
export async function readTallies(db: Queryable): Promise<Tallies> {
  const rows = await db.query<{ name: string; n: number }>(
    'SELECT name, sum(grown)::int AS n FROM tally GROUP BY name',
  );
  const found = new Map(rows.map(({ name, n }) => [name, n]));
  return Object.fromEntries(NAMES.map((name) => [name, found.get(name) ?? 0])) as Tallies;
}

/** Makes one row of all that have gathered; what is noted meanwhile is left for the next time. */
export async function foldTallies(db: Queryable): Promise<void> {
  await db.query(
    `WITH gone AS (DELETE FROM tally RETURNING name, grown)
     INSERT INTO tally (name, grown) SELECT name, sum(grown) FROM gone GROUP BY name`,
  );
}

/**
 * Counts whole tables and notes what the tallies lack of it: an older release, or a hand, writes rows and tells
 * nobody. One statement sees the rows and the tallies of the same moment.
 *
 * @returns by how much they were wrong, together
 */
export async function recount(db: Queryable): Promise<number> {
  const counted = NAMES.map((name) => `SELECT '${name}' AS name, (${TALLIES[name]}) AS n`);
  const rows = await db.query<{ grown: string }>(
    `INSERT INTO tally (name, grown)
     SELECT name, n - told FROM (${counted.join(' UNION ALL ')}) AS counted,
       LATERAL (SELECT coalesce(sum(grown), 0) AS told FROM tally t WHERE t.name = counted.name) AS tallied
     WHERE n <> told RETURNING grown`,
  );
  return rows.reduce((sum, { grown }) => sum + Math.abs(Number(grown)), 0);
}
