import type { Queryable } from '@tocsin/persistence';
import { columnsOf, newestPerKey } from './columns.js';
import { noteTallies } from './tally-table.js';

/** A hop of one article version and when it ended, in ms since the epoch. */
export interface HopEnd {
  readonly articleId: string;
  readonly version: number;
  readonly atMs: number;
  /** When the fetched page was published to its topic, where the record tells. */
  readonly fetchedMs: number | null;
}

/** One article version that has all its parts now. */
export interface CompleteVersion {
  readonly articleId: string;
  readonly version: number;
  readonly url: string | null;
}

interface CompleteRow {
  readonly article_id: string;
  readonly version: string;
  readonly url: string | null;
  /** Whether no version of the article was complete before. */
  readonly first: boolean;
}

/**
 * Notes that versions passed a hop and gives those that became complete by it: extracted and deduplicated
 * both applied, in whatever order. The upsert locks the version's row, so of two transactions that bring
 * the two halves at once the later one sees both; `stored_ms` is set once, hence each version is given once.
 * @param nowMs when this happens, ms since the epoch
 */
export async function noteHop(
  tx: Queryable,
  hop: 'extracted' | 'deduplicated',
  ends: readonly HopEnd[],
  nowMs: number,
): Promise<CompleteVersion[]> {
  const rows = newestPerKey(
    ends,
    ({ articleId, version }) => `${articleId}/${version}`,
    () => 0,
  );
  await tx.query(
    `INSERT INTO article_version AS v (article_id, version, ${hop}_ms, fetched_ms)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[])
     ON CONFLICT (article_id, version) DO UPDATE SET
       ${hop}_ms = coalesce(v.${hop}_ms, EXCLUDED.${hop}_ms),
       fetched_ms = coalesce(v.fetched_ms, EXCLUDED.fetched_ms)`,
    columnsOf(rows, [
      ({ articleId }) => articleId,
      ({ version }) => version,
      ({ atMs }) => atMs,
      ({ fetchedMs }) => fetchedMs,
    ]),
  );
  const complete = await tx.query<CompleteRow>(
    `UPDATE article_version v SET stored_ms = $3
     FROM unnest($1::text[], $2::bigint[]) AS noted (article_id, version), article a
     WHERE v.article_id = noted.article_id AND v.version = noted.version AND a.article_id = v.article_id
       AND v.stored_ms IS NULL AND v.extracted_ms IS NOT NULL AND v.deduplicated_ms IS NOT NULL
     RETURNING v.article_id, v.version, a.url, NOT EXISTS (
       SELECT FROM article_version e WHERE e.article_id = v.article_id AND e.stored_ms IS NOT NULL) AS first`,
    [rows.map(({ articleId }) => articleId), rows.map(({ version }) => version), nowMs],
  );
  // The statement does not see its own rows: two versions of an article may both be its first ones.
  const first = complete.flatMap((row) => (row.first ? [row.article_id] : []));
  await noteTallies(tx, { articles: new Set(first).size });
  return complete.map(({ article_id, version, url }) => ({
    articleId: article_id,
    version: Number(version),
    url,
  }));
}
