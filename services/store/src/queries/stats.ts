import type { Percentiles, Stats } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { readTallies } from '../tables/tally-table.js';

/** Hops are measured over the newest versions, as many as these. */
const SAMPLE = 10_000;

const HOPS = {
  fetch: 'fetched_ms - version',
  extract: 'extracted_ms - coalesce(fetched_ms, version)',
  deduplicate: 'deduplicated_ms - extracted_ms',
  store: 'stored_ms - greatest(extracted_ms, deduplicated_ms)',
} as const;

/** `greatest` skips nulls: without the case, what was never measured would count as 0. */
const elapsed = (difference: string) =>
  `CASE WHEN ${difference} IS NOT NULL THEN greatest(0, ${difference}) END`;

/** Counts and hop times, as of now. */
export async function readStats(db: Queryable): Promise<Stats> {
  const { 'dead-lettered': deadLetters, ...tallies } = await readTallies(db);
  // Few of all versions, by an index that holds no others.
  const [unsettled] = await db.query<{ pending: number }>(
    `SELECT count(*)::int AS pending FROM article_version v WHERE stored_ms IS NULL AND NOT EXISTS (
       SELECT 1 FROM article_end e WHERE e.url_id = v.article_id AND e.version = v.version)`,
  );
  const columns = Object.entries(HOPS).map(
    ([name, difference]) =>
      `percentile_cont(ARRAY[0.5, 0.99]) WITHIN GROUP (ORDER BY ${elapsed(difference)}) AS ${name}`,
  );
  const [hops] = (await db.query(
    `SELECT ${columns.join(', ')} FROM
       (SELECT * FROM article_version WHERE stored_ms IS NOT NULL ORDER BY stored_ms DESC LIMIT ${SAMPLE}) AS v`,
  )) as [Record<keyof typeof HOPS, [number, number] | null>];
  const of = (name: keyof typeof HOPS): Percentiles => ({
    p50: round(hops[name]?.[0]),
    p99: round(hops[name]?.[1]),
  });
  return {
    ...tallies,
    deadLetters,
    pending: unsettled?.pending ?? 0,
    hops: {
      fetch: of('fetch'),
      extract: of('extract'),
      deduplicate: of('deduplicate'),
      store: of('store'),
    },
  };
}

const round = (ms: number | null | undefined): number | null =>
  ms === null || ms === undefined ? null : Math.round(ms);
