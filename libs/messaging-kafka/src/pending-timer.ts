import { createRequire } from 'node:module';

/** What is used of kafkajs' queue of requests. */
interface RequestQueue {
  /** ms since the epoch. */
  readonly throttledUntil: number;
  readonly pending: readonly unknown[];
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  scheduleCheckPendingRequests(): void;
  checkPendingRequests(): void;
}

const require = createRequire(import.meta.url);

/** Milliseconds, as in kafkajs: how soon requests that wait for others to be answered are looked at. */
const CHECK_PENDING_MS = 10;

/**
 * From its first answer on, kafkajs looks at each connection's waiting requests a thousand times a second for ever, also
 * where none waits: it asks for a timer in the past whenever it isn't throttled (tulios/kafkajs #1751), of which Node
 * makes one millisecond, and since Node 24 a warning. A timer is needed only while a request waits: one that comes later
 * sets it, and each answer looks anyway.
 */
export function mendPendingTimer(): void {
  const { prototype } = require('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };
  const mended = prototype as RequestQueue & { isMended?: true };
  if (mended.isMended) return;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
    const throttledMs = this.throttledUntil - Date.now();
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      throttledMs > 0 ? throttledMs : CHECK_PENDING_MS,
    );
  };
  mended.isMended = true;
}
