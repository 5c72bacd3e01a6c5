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
 * kafkajs asks for a timer in the past whenever it isn't throttled (tulios/kafkajs #1751). Node has always made one
 * millisecond of it; since Node 24 it also prints a warning. The same timer without the noise.
 */
export function mendNegativeTimeout(): void {
  const { prototype } = require('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };
  const mended = prototype as RequestQueue & { isMended?: true };
  if (mended.isMended) return;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.throttleCheckTimeoutId) return;
    const throttledMs = this.throttledUntil - Date.now();
    const idleMs = this.pending.length > 0 ? CHECK_PENDING_MS : 1;
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      throttledMs > 0 ? throttledMs : idleMs,
    );
  };
  mended.isMended = true;
}
