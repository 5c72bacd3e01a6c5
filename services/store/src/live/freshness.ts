import type { Queryable } from '@tocsin/persistence';

/** Whether silence means that nothing happened. Times are ISO 8601. */
export interface Freshness {
  /** Now, by the store's clock: it has just asked its database. */
  readonly at: string;
  /**
   * When the line last brought anything: an article, its end, an incident. Feeds that are polled bring articles all
   * day, whether or not they tell of incidents. Null: nothing for as long as changes are kept.
   */
  readonly heardAt: string | null;
}

/** Of all changes, whatever a subscriber filters by. `nowMs`: ms since the epoch. */
export async function readFreshness(db: Queryable, nowMs: number): Promise<Freshness> {
  // The newest in the order of the stream: found at the end of its index.
  const [row] = await db.query<{ at_ms: string }>(
    'SELECT at_ms FROM change ORDER BY written_by DESC, id DESC LIMIT 1',
  );
  return {
    at: new Date(nowMs).toISOString(),
    heardAt: row ? new Date(Number(row.at_ms)).toISOString() : null,
  };
}
