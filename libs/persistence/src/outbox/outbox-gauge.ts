import { metrics } from '@opentelemetry/api';
import type { OutboxRelay } from './outbox-relay.js';

/** Seconds since the oldest unsent outbox row was written; operators are paged above 120. */
export const OUTBOX_OLDEST_AGE = 'tocsin.outbox.oldest.age';

/** Reports the age at every collection; a database that is away gives no reading instead of a wrong one. */
export function observeOutboxAge(relay: Pick<OutboxRelay, 'oldestUnsentAgeSeconds'>): void {
  metrics
    .getMeter('@tocsin/persistence')
    .createObservableGauge(OUTBOX_OLDEST_AGE, { unit: 's' })
    .addCallback(async (result) => {
      await relay.oldestUnsentAgeSeconds().then(
        (age) => result.observe(age),
        () => undefined,
      );
    });
}
