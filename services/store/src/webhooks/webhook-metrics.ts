import { metrics } from '@opentelemetry/api';
import type { Queryable } from '@tocsin/persistence';

/** Counter, tries by code; `OK` for those that got through. */
export const WEBHOOK_TRIES = 'tocsin.webhook.tries';
/** Gauge, seconds that the oldest waiting message has waited; 0 when none does. */
export const WEBHOOK_OLDEST_AGE = 'tocsin.webhook.oldest.age';

const meter = () => metrics.getMeter('@tocsin/store');

/** What counts tries. */
export function countTries(): (code: string) => void {
  const tries = meter().createCounter(WEBHOOK_TRIES);
  return (code) => tries.add(1, { 'tocsin.code': code });
}

/** Reports the age at every collection; a database that is away gives no reading instead of a wrong one. */
export function observeWaiting(db: Queryable, now: () => number): void {
  meter()
    .createObservableGauge(WEBHOOK_OLDEST_AGE, { unit: 's' })
    .addCallback(async (result) => {
      await oldestWaitingSeconds(db, now()).then(
        (age) => result.observe(age),
        () => undefined,
      );
    });
}

/** Those of active webhooks only: what is paused or disabled waits for an operator. */
export async function oldestWaitingSeconds(db: Queryable, nowMs: number): Promise<number> {
  const [row] = await db.query<{ oldest: string | null }>(
    `SELECT min(d.created_ms) AS oldest FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
     WHERE d.state = 'pending' AND w.state = 'active'`,
  );
  return row?.oldest ? Math.max(0, (nowMs - Number(row.oldest)) / 1_000) : 0;
}
