import type { ArticleSettled } from '@tocsin/contracts';
import { safeText, safeTextOrNull, type Queryable } from '@tocsin/persistence';
import { columnsOf, newestPerKey } from './columns.js';
import { noteTallies } from './tally-table.js';

/** How far along the line a stage is. */
const RANK: Readonly<Record<ArticleSettled['stage'], number>> = {
  fetcher: 1,
  extractor: 2,
  deduplicator: 3,
  store: 4,
};

/** The version that stands for "nothing was fetched". */
const NOTHING_FETCHED = 0;

const atOf = ({ at }: ArticleSettled): number => Date.parse(at) || 0;
const versionOf = ({ version }: ArticleSettled): number => version ?? NOTHING_FETCHED;

/**
 * Writes the newest end of each URL version at each stage; an older or equally old one changes nothing.
 * @returns those that changed
 */
export async function upsertEnds(
  tx: Queryable,
  ends: readonly ArticleSettled[],
): Promise<{ urlId: string; version: number }[]> {
  const rows = newestPerKey(ends, (end) => `${end.urlId}/${versionOf(end)}/${end.stage}`, atOf);
  const before = await statesOf(tx, rows);
  const changed = await tx.query<{ url_id: string; version: string }>(
    `INSERT INTO article_end
       (url_id, version, stage, stage_rank, ending, code, reason, url, at_ms, traceparent)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::smallint[], $5::text[],
       $6::text[], $7::text[], $8::text[], $9::bigint[], $10::text[])
     ON CONFLICT (url_id, version, stage) DO UPDATE SET
       ending = EXCLUDED.ending, code = EXCLUDED.code, reason = EXCLUDED.reason, url = EXCLUDED.url,
       at_ms = EXCLUDED.at_ms, traceparent = EXCLUDED.traceparent
     WHERE article_end.at_ms < EXCLUDED.at_ms
     RETURNING url_id, version`,
    columnsOf(rows, [
      ({ urlId }) => urlId,
      versionOf,
      ({ stage }) => stage,
      ({ stage }) => RANK[stage],
      ({ end }) => end,
      ({ code }) => code,
      ({ reason }) => safeText(reason),
      ({ url }) => safeTextOrNull(url),
      atOf,
      ({ traceparent }) => traceparent,
    ]),
  );
  const after = await statesOf(tx, rows);
  await noteTallies(
    tx,
    Object.fromEntries(
      TROUBLES.map((ending) => [ending, (after.get(ending) ?? 0) - (before.get(ending) ?? 0)]),
    ),
  );
  return changed.map(({ url_id, version }) => ({ urlId: url_id, version: Number(version) }));
}

const TROUBLES = ['rejected', 'failed', 'dead-lettered'] as const;

/** How many of the ends' URL versions are in which state. */
async function statesOf(
  tx: Queryable,
  ends: readonly ArticleSettled[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ ending: string; n: number }>(
    `SELECT ending, count(*)::int AS n FROM (
       SELECT DISTINCT ON (e.url_id, e.version) e.ending
       FROM unnest($1::text[], $2::bigint[]) AS k (url_id, version)
       JOIN article_end e ON e.url_id = k.url_id AND e.version = k.version
       ORDER BY e.url_id, e.version, e.stage_rank DESC) AS state
     GROUP BY ending`,
    columnsOf(ends, [({ urlId }) => urlId, versionOf]),
  );
  return new Map(rows.map(({ ending, n }) => [ending, n]));
}
