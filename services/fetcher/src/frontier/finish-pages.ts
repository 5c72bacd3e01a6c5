import { inTransaction, type Queryable } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { lowerDue, type HostDue } from './host-due.js';
import { storeVersions } from './article-table.js';
import type { ClaimedPage, PageEnd } from './types.js';

/** A page and how its fetch ended; what it published must be acknowledged before. */
export interface FinishedPage {
  readonly page: ClaimedPage;
  readonly end: PageEnd;
}

interface Held {
  readonly id: string;
  readonly stopping: boolean;
}

/**
 * Writes how pages ended, in one transaction. A page whose claim had passed to another is left alone:
 * the other's end counts. One whose source was stopped meanwhile comes to its end as stopped, unless it
 * was fetched already.
 *
 * @returns for each whether its end was written
 */
export async function finishPages(
  database: DataSource,
  finished: readonly FinishedPage[],
): Promise<boolean[]> {
  return inTransaction(database, async (tx) => {
    const held = new Map(
      (await lockHeld(tx, finished)).map(({ id, stopping }) => [id, stopping] as const),
    );
    const mine = finished.filter(({ page }) => held.has(page.id));
    const versions = mine.flatMap(({ end }) =>
      end.kind === 'fetched' && end.stored ? [end.stored] : [],
    );
    await storeVersions(tx, versions);
    await writeEnds(tx, mine);
    await lowerDue(
      tx,
      mine.flatMap((one) => (held.get(one.page.id) ? [] : dueOf(one))),
    );
    return finished.map(({ page }) => held.has(page.id));
  });
}

function lockHeld(tx: Queryable, finished: readonly FinishedPage[]): Promise<Held[]> {
  return tx.query<Held>(
    `SELECT url.id, state = 'stopping' AS stopping
     FROM url JOIN unnest($1::text[], $2::bigint[]) AS mine(id, token)
       ON url.id = mine.id AND lease_token = token
     ORDER BY url.id FOR UPDATE OF url`,
    [finished.map(({ page }) => page.id), finished.map(({ page }) => page.leaseToken)],
  );
}

/** Milliseconds until it is taken up again, null for never. */
function nextAttemptOf(end: PageEnd): number | null {
  if (end.kind === 'again') return end.afterMs;
  return end.kind === 'fetched' || end.kind === 'kept' ? end.recheckMs : null;
}

const hostAfter = ({ page, end }: FinishedPage): string =>
  new URL((end.kind === 'again' ? end.resumeUrl : null) ?? page.url).host;

function dueOf(one: FinishedPage): HostDue[] {
  const afterMs = nextAttemptOf(one.end);
  return afterMs === null ? [] : [{ host: hostAfter(one), lane: one.page.lane, afterMs }];
}

/** One row of arguments for each page; every kind of end fills the columns that it has. */
function row(one: FinishedPage) {
  const { page, end } = one;
  return {
    id: page.id,
    state: end.kind === 'again' ? null : end.kind === 'kept' ? 'fetched' : end.kind,
    attempted: end.kind !== 'again' || end.counted ? 1 : 0,
    afterMs: nextAttemptOf(end),
    host: hostAfter(one),
    resumeUrl: end.kind === 'again' ? end.resumeUrl : null,
    rechecked: page.again && end.kind !== 'again' ? 1 : 0,
    articleId: end.kind === 'fetched' ? end.articleId : null,
    etag: end.kind === 'fetched' ? end.etag : page.etag,
    lastModified: end.kind === 'fetched' ? end.lastModified : page.lastModified,
    code: end.kind === 'fetched' ? null : end.code,
    reason: end.kind === 'fetched' ? null : end.reason,
  };
}

async function writeEnds(tx: Queryable, finished: readonly FinishedPage[]): Promise<void> {
  if (finished.length === 0) return;
  const rows = finished.map(row);
  await tx.query(
    `UPDATE url SET
       state = CASE WHEN e.state IS NULL THEN url.state ELSE e.state END,
       attempts = CASE WHEN rechecked > 0 OR e.state = 'fetched' THEN 0 ELSE attempts + attempted END,
       lease_until = '-infinity',
       next_attempt_at = CASE WHEN url.state = 'stopping' THEN NULL
                         ELSE clock_timestamp() + after_ms * interval '1 ms' END,
       host = e.host, resume_url = e.resume_url, rechecks = rechecks + rechecked,
       article_id = coalesce(e.article_id, url.article_id), etag = e.etag,
       last_modified = e.last_modified, code = e.code, reason = e.reason,
       settled_at = CASE WHEN e.state IS NULL THEN settled_at ELSE clock_timestamp() END
     FROM unnest($1::text[], $2::text[], $3::int[], $4::float8[], $5::text[], $6::text[], $7::int[],
                 $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
       AS e(id, state, attempted, after_ms, host, resume_url, rechecked, article_id, etag,
            last_modified, code, reason)
     WHERE url.id = e.id`,
    (
      [
        'id',
        'state',
        'attempted',
        'afterMs',
        'host',
        'resumeUrl',
        'rechecked',
        'articleId',
        'etag',
        'lastModified',
        'code',
        'reason',
      ] as const
    ).map((column) => rows.map((values) => values[column])),
  );
}
