import type { LineStage, StageTroubles } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';

/** Versions that are looked at for when a stage was last left. */
const SAMPLE = 500;

/** When the newest of what came through left each stage, ms since the epoch. */
export async function readStageTimes(
  db: Queryable,
): Promise<Readonly<Record<LineStage, number | null>>> {
  const [row] = await db.query<Record<LineStage, string | null>>(
    `SELECT max(coalesce(fetched_ms, version)) AS fetch, max(extracted_ms) AS extract,
       max(deduplicated_ms) AS deduplicate, max(stored_ms) AS store
     FROM ((SELECT * FROM article_version WHERE stored_ms IS NOT NULL ORDER BY stored_ms DESC LIMIT ${SAMPLE})
       UNION ALL
       (SELECT * FROM article_version WHERE stored_ms IS NULL LIMIT ${SAMPLE})) AS newest`,
  );
  const ms = (text: string | null | undefined) =>
    text === null || text === undefined ? null : Number(text);
  return {
    fetch: ms(row?.fetch),
    extract: ms(row?.extract),
    deduplicate: ms(row?.deduplicate),
    store: ms(row?.store),
  };
}

const HOUR_MS = 3_600_000;
const STAGE_OF: Readonly<Record<string, LineStage>> = {
  fetcher: 'fetch',
  extractor: 'extract',
  deduplicator: 'deduplicate',
  store: 'store',
};

/** What went wrong at each stage in the hour before `nowMs`. */
export async function readTroubles(
  db: Queryable,
  nowMs: number,
): Promise<Readonly<Record<LineStage, StageTroubles>>> {
  const rows = await db.query<{ stage: string } & Record<keyof StageTroubles, number>>(
    `SELECT stage, count(*) FILTER (WHERE ending = 'rejected')::int AS rejected,
       count(*) FILTER (WHERE ending = 'failed')::int AS failed,
       count(*) FILTER (WHERE ending = 'dead-lettered')::int AS "deadLettered"
     FROM article_end WHERE ending <> 'stored' AND at_ms > $1 GROUP BY stage`,
    [nowMs - HOUR_MS],
  );
  const none: StageTroubles = { rejected: 0, failed: 0, deadLettered: 0 };
  const troubles = { fetch: none, extract: none, deduplicate: none, store: none };
  for (const { stage, ...counts } of rows) {
    const known = STAGE_OF[stage];
    if (known) troubles[known] = counts;
  }
  return troubles;
}
