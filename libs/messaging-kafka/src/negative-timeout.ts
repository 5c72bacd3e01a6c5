import { createRequire } from 'node:module';

interface RequestQueue {
  throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

const require = createRequire(import.meta.url);

/**
 * kafkajs asks for a timer in the past whenever it isn't throttled (tulios/kafkajs #1751). Node has
 * always made one millisecond of it; since Node 24 it also prints a warning. Moving the end of the
 * throttling to the present makes it zero milliseconds and changes nothing else.
 */
export function mendNegativeTimeout(): void {
  const { prototype } = require('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };
  const mended = prototype as RequestQueue & { isMended?: true };
  if (mended.isMended) return;
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    this.throttledUntil = Math.max(this.throttledUntil, Date.now());
    schedule.call(this);
  };
  mended.isMended = true;
}
