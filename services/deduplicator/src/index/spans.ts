import type { Queryable } from '@tocsin/persistence';

const DAY_MS = 86_400_000;
/** Days of fetching in one partition: few enough to expire soon, many enough that a look-up asks few partitions. */
const SPAN_DAYS = 5;
/** A look-up waits behind whoever wants to drop: not for long. */
const LOCK_TIMEOUT_MS = 2_000;

/** The partition of an article, by the time of its fetch: that of the record, so that a replay decides the same. */
export function spanOf(fetchedAt: string): number {
  const time = Date.parse(fetchedAt);
  return Number.isNaN(time) ? 0 : Math.floor(time / (SPAN_DAYS * DAY_MS));
}

/**
 * Where the buckets of a span's articles lie: a table by itself. Its rows and its index need not say of what span they
 * are, and a look into it is one look, without a choice among partitions that is made anew for each bucket.
 */
export const bandsOf = (span: number): string => `article_band_${span}`;

/** Two articles are compared when their spans lie no further apart. */
export const spansWithin = (windowDays: number): number => Math.ceil(windowDays / SPAN_DAYS);

/** Spans that are kept: those in reach of the newest, and one for records that come late. */
const keptFrom = (newest: number, windowDays: number): number =>
  newest - spansWithin(windowDays) - 1;

/** The spans that are open, the oldest first. */
export async function spansOf(tx: Queryable): Promise<number[]> {
  const known = await tx.query<{ span: number }>('SELECT span FROM copy_span ORDER BY span');
  return known.map(({ span }) => span);
}

/**
 * Makes the partitions that are missing. Whoever names a span first makes it, others wait for the commit; no table
 * that is in use is locked against them.
 * @returns those of the spans that are open; what was fetched so long before the newest that its span is gone, or
 *   would be, is filed nowhere
 */
export async function openSpans(
  tx: Queryable,
  spans: readonly number[],
  windowDays: number,
): Promise<Set<number>> {
  const open = new Set(await spansOf(tx));
  const oldest = keptFrom(Math.max(...open, ...spans), windowDays);
  for (const span of [...new Set(spans)].sort((a, b) => a - b)) {
    if (open.has(span) || span < oldest) continue;
    const mine = await tx.query(
      'INSERT INTO copy_span VALUES ($1) ON CONFLICT DO NOTHING RETURNING span',
      [span],
    );
    if (mine.length > 0) {
      const signatures = `article_signature_${span}`;
      await tx.query(`CREATE TABLE ${signatures} (LIKE article_signature INCLUDING ALL)`);
      await tx.query(
        `ALTER TABLE article_signature ATTACH PARTITION ${signatures} FOR VALUES IN (${span})`,
      );
      await tx.query(
        `CREATE TABLE ${bandsOf(span)} (band bigint, position bigint, PRIMARY KEY (band, position))`,
      );
    }
    open.add(span);
  }
  return open;
}

/**
 * Drops the partitions that no article which may still come can reach. It goes by the newest span that an article
 * was fetched in, never by the clock.
 * @returns the spans that were dropped
 */
export async function expireSpans(tx: Queryable, windowDays: number): Promise<number[]> {
  await tx.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
  const known = await spansOf(tx);
  const oldest = keptFrom(known.at(-1) ?? 0, windowDays);
  const expired = known.filter((span) => span < oldest);
  if (expired.length === 0) return [];
  const gone = await tx.query<{ span: number }>(
    'DELETE FROM copy_span WHERE span = ANY($1) RETURNING span',
    [expired],
  );
  for (const { span } of gone) {
    await tx.query(`DROP TABLE article_signature_${span}, ${bandsOf(span)}`);
  }
  return gone.map(({ span }) => span).sort((a, b) => a - b);
}
