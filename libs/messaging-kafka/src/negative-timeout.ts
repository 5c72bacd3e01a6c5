import { createRequire } from 'node:module';

interface RequestQueue {
  throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

const require = createRequire(import.meta.url);

/**
 * kafkajs asks for a timer in the past whenever it isn't throttled (tulios/kafkajs #1751). Node has
 * always made one millisecond of it; since Node 24 it also prints a warning. While the timer is set,
 * the end of the throttling is moved to one millisecond from now: the same timer without the noise.
 */
export function mendNegativeTimeout(): void {
  const { prototype } = require('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };
  const mended = prototype as RequestQueue & { isMended?: true };
  if (mended.isMended) return;
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    const { throttledUntil } = this;
    this.throttledUntil = Math.max(throttledUntil, Date.now() + 1);
    schedule.call(this);
    this.throttledUntil = throttledUntil;
  };
  mended.isMended = true;
}
