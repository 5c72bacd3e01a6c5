import { observe } from '@tocsin/telemetry/catalogue';
import type { OutboxRelay } from './outbox-relay.js';

/** Reports the age at every collection; a database that is away gives no reading instead of a wrong one. */
export function observeOutboxAge(relay: Pick<OutboxRelay, 'oldestUnsentAgeSeconds'>): void {
  observe('tocsin.outbox.oldest.age', async (tell) =>
    tell(await relay.oldestUnsentAgeSeconds(), {}),
  );
}
