import type { Queryable } from '@tocsin/persistence';
import { counter, observe } from '@tocsin/telemetry/catalogue';

const tries = counter('tocsin.webhook.tries');

/** Counts a try by its code; `OK` for one that got through. */
export const countTry = (code: string): void => tries.add(1, { 'tocsin.code': code });

/** Reports the age at every collection; a database that is away gives no reading instead of a wrong one. */
export function observeWaiting(db: Queryable, now: () => number): void {
  observe('tocsin.webhook.oldest.age', async (tell) =>
    tell(await oldestWaitingSeconds(db, now()), {}),
  );
}

/** Those of active webhooks only: what is paused or disabled waits for an operator. */
export async function oldestWaitingSeconds(db: Queryable, nowMs: number): Promise<number> {
  const [row] = await db.query<{ oldest: string | null }>(
    `SELECT min(d.created_ms) AS oldest FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
     WHERE d.state = 'pending' AND w.state = 'active'`,
  );
  return row?.oldest ? Math.max(0, (nowMs - Number(row.oldest)) / 1_000) : 0;
}
