import type { Queryable } from '@tocsin/persistence';
import { lowerDue } from './host-due.js';
import type { Discovered, DiscoveredSource } from './types.js';

/** What a poll found, and for whom. */
export interface Discovery {
  readonly feedId: string;
  /** -10 to 10. */
  readonly priority: number;
  readonly pages: readonly Discovered[];
  readonly pollTrace: string | null;
}

/**
 * Hours that a page of the highest priority stands ahead of one of the lowest in its host's line; what
 * was tried before, or is read again, has no head start. So order in line is one time, and nobody starves.
 */
const HEAD_START_HOURS = 20;
const headStartHours = (priority: number) => ((priority + 10) / 20) * HEAD_START_HOURS;

/** Rows of one statement: bounds its parameters whatever a sitemap brings. */
const CHUNK = 5_000;

/**
 * Adds pages that were never seen, set by set; ids sorted, so that two polls can't deadlock.
 *
 * @returns how many were new, by feed id
 */
export async function insertDiscovered(
  tx: Queryable,
  discoveries: readonly Discovery[],
): Promise<Map<string, number>> {
  const byId = new Map(
    discoveries.flatMap((one) => one.pages.map((page) => [page.id, { page, one }] as const)),
  );
  const sorted = [...byId.values()].sort((a, b) => (a.page.id < b.page.id ? -1 : 1));
  const fresh = new Map<string, number>();
  for (let from = 0; from < sorted.length; from += CHUNK) {
    const rows = sorted.slice(from, from + CHUNK);
    const added = await tx.query<{ feed_id: string }>(
      `INSERT INTO url (id, url, host, feed_id, feed_item, lane, poll_trace, next_attempt_at)
       SELECT id, url, host, feed_id, item, lane, trace,
              now() - head_start * interval '1 hour'
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::text[],
                   $7::text[], $8::float8[])
         AS page(id, url, host, feed_id, item, lane, trace, head_start)
       WHERE NOT EXISTS (SELECT FROM seen_url WHERE seen_url.id = page.id::uuid)
       ON CONFLICT (id) DO NOTHING RETURNING feed_id`,
      [
        rows.map(({ page }) => page.id),
        rows.map(({ page }) => page.url),
        rows.map(({ page }) => page.host),
        rows.map(({ one }) => one.feedId),
        rows.map(({ page }) => JSON.stringify(page.item)),
        rows.map(({ page }) => page.lane),
        rows.map(({ one }) => one.pollTrace),
        rows.map(({ one }) => headStartHours(one.priority)),
      ],
    );
    for (const { feed_id } of added) fresh.set(feed_id, (fresh.get(feed_id) ?? 0) + 1);
  }
  if (fresh.size > 0)
    await lowerDue(
      tx,
      sorted.map(({ page: { host, lane } }) => ({ host, lane, afterMs: 0 })),
    );
  return fresh;
}

/** Adds the sources that a source names, due at once, with their parent's settings. */
export async function insertSources(
  tx: Queryable,
  parentId: string,
  sources: readonly DiscoveredSource[],
  intervalMs: number,
): Promise<void> {
  if (sources.length === 0) return;
  const added = await tx.query<{ host: string }>(
    `INSERT INTO feed (id, url_id, url, host, parent_id, priority, tags, settings, interval_ms)
     SELECT found.id, found.id, found.url, found.host, parent.id, priority, tags, settings, $5
     FROM unnest($2::text[], $3::text[], $4::text[]) AS found(id, url, host), feed AS parent
     WHERE parent.id = $1
     ORDER BY found.id ON CONFLICT DO NOTHING RETURNING host`,
    [
      parentId,
      sources.map(({ id }) => id),
      sources.map(({ url }) => url),
      sources.map(({ host }) => host),
      Math.round(intervalMs),
    ],
  );
  await lowerDue(
    tx,
    added.map(({ host }) => ({ host, lane: 'live' as const, afterMs: 0 })),
  );
}
