import type { Queryable } from '@tocsin/persistence';
import { KEEP_NEWER } from './article-table.js';
import { lowerDueSql } from './host-due.js';
import type { ClaimedPage, PageEnd } from './types.js';

/** A page and how its fetch ended; what it published must be acknowledged before. */
export interface FinishedPage {
  readonly page: ClaimedPage;
  readonly end: PageEnd;
}

/** Milliseconds until it is taken up again, null for never. */
function nextAttemptOf(end: PageEnd): number | null {
  if (end.kind === 'again') return end.afterMs;
  return end.kind === 'fetched' || end.kind === 'kept' ? end.recheckMs : null;
}

/** One row of arguments for each page; every kind of end fills the columns that it has. */
function rowOf({ page, end }: FinishedPage) {
  const again = end.kind === 'again' ? end : null;
  const fetched = end.kind === 'fetched' ? end : null;
  const stored = fetched?.stored ?? null;
  return [
    ['id', 'text', page.id],
    ['token', 'bigint', page.leaseToken],
    ['state', 'text', again ? null : end.kind === 'kept' ? 'fetched' : end.kind],
    ['attempted', 'int', again && !again.counted ? 0 : 1],
    ['after_ms', 'float8', nextAttemptOf(end)],
    // Where its redirects had led, its next attempt waits for another host's turn.
    ['host', 'text', new URL(again?.resumeUrl ?? page.url).host],
    ['resume_url', 'text', again?.resumeUrl ?? null],
    ['rechecked', 'int', page.again && !again ? 1 : 0],
    ['article_id', 'text', fetched?.articleId ?? null],
    ['etag', 'text', (fetched ?? page).etag],
    ['last_modified', 'text', (fetched ?? page).lastModified],
    ['code', 'text', end.kind === 'fetched' ? null : end.code],
    ['reason', 'text', end.kind === 'fetched' ? null : end.reason],
    ['stored_url', 'text', stored?.url ?? null],
    ['version', 'bigint', stored?.version ?? null],
    ['content_hash', 'text', stored?.contentHash ?? null],
  ] as const;
}

const finishSql = (columns: readonly (readonly [name: string, type: string, value: unknown])[]) => `
  WITH e AS MATERIALIZED (
    SELECT * FROM unnest(${columns.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ')})
      AS e(${columns.map(([name]) => name).join(', ')})
  ), held AS MATERIALIZED (
    SELECT url.id, url.state = 'stopping' AS stopping
    FROM url JOIN e ON url.id = e.id AND lease_token = token
    ORDER BY url.id FOR UPDATE OF url
  ), stored AS (
    INSERT INTO article AS a (id, url, version, content_hash)
    SELECT DISTINCT ON (article_id) article_id, stored_url, version, content_hash
    FROM e JOIN held USING (id) WHERE version IS NOT NULL ORDER BY article_id, version DESC
    ${KEEP_NEWER}
  ), unchanged AS (
    UPDATE article SET seen_until = floor(extract(epoch FROM clock_timestamp()) * 1000)
    FROM e JOIN held USING (id)
    WHERE e.state = 'fetched' AND e.version IS NULL AND article.id = e.article_id
  ), ended AS (
    UPDATE url SET
      state = coalesce(e.state, url.state),
      attempts = CASE WHEN rechecked > 0 OR e.state = 'fetched' THEN 0 ELSE attempts + attempted END,
      lease_until = '-infinity',
      next_attempt_at = CASE WHEN stopping THEN NULL
                        ELSE clock_timestamp() + after_ms * interval '1 ms' END,
      host = e.host, resume_url = e.resume_url, rechecks = rechecks + rechecked,
      article_id = coalesce(e.article_id, url.article_id), etag = e.etag,
      last_modified = e.last_modified, code = e.code, reason = e.reason,
      settled_at = CASE WHEN e.state IS NULL THEN settled_at ELSE clock_timestamp() END
    FROM e JOIN held USING (id) WHERE url.id = e.id
    RETURNING e.host, url.lane, CASE WHEN stopping THEN NULL ELSE after_ms END AS after_ms
  ), due AS (
    ${lowerDueSql('(SELECT * FROM ended WHERE after_ms IS NOT NULL) AS due')}
  )
  SELECT id FROM held`;

/**
 * Writes how pages ended, in one statement. A page whose claim had passed to another is left alone: the
 * other's end counts. One whose source was stopped meanwhile is taken up no more.
 *
 * @returns for each whether its end was written
 */
export async function finishPages(
  db: Queryable,
  finished: readonly FinishedPage[],
): Promise<boolean[]> {
  const rows = finished.map(rowOf);
  const columns = rows[0] ?? [];
  const held = await db.query<{ id: string }>(
    finishSql(columns),
    columns.map((_, i) => rows.map((row) => row[i]?.[2])),
  );
  const ids = new Set(held.map(({ id }) => id));
  return finished.map(({ page }) => ids.has(page.id));
}
