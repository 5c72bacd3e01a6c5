import { createRequire } from 'node:module';

import { describe, expect, it } from '@jest/globals';

import { mendPendingTimer } from './pending-timer.js';

interface Queue {
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  pending: unknown[];
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

const { prototype } = createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as {
  prototype: Queue;
};

const queue = (throttledUntil: number): Queue & { checks: number } =>
  Object.assign(Object.create(prototype) as Queue, {
    throttledUntil,
    throttleCheckTimeoutId: null,
    pending: [],
    checks: 0,
    checkPendingRequests(this: { checks: number }) {
      this.checks += 1;
    },
  });

const delayOf = (timer: NodeJS.Timeout | null) =>
  (timer as unknown as { _idleTimeout: number })._idleTimeout;

/** A request that waits for others to be answered. */
const waiting = (throttledUntil: number) => Object.assign(queue(throttledUntil), { pending: [{}] });

describe('kafkajs’ timer for requests that wait', () => {
  it('is not set while none waits', () => {
    mendPendingTimer();
    const idle = queue(-1);
    idle.scheduleCheckPendingRequests();

    expect(idle.throttleCheckTimeoutId).toBeNull();
  });

  it('is never asked for in the past, and leaves the throttling as it was', async () => {
    mendPendingTimer();
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => void warnings.push(warning);
    process.on('warning', onWarning);
    const one = waiting(-1);
    one.scheduleCheckPendingRequests();
    expect(one.throttledUntil).toBe(-1);
    await new Promise((resolve) => setTimeout(resolve, 40));
    process.off('warning', onWarning);
    expect(one.checks).toBe(1);
    expect(warnings).toEqual([]);
  });

  it('still waits until a real throttling ends', () => {
    mendPendingTimer();
    const throttled = waiting(Date.now() + 5_000);
    throttled.scheduleCheckPendingRequests();
    expect(delayOf(throttled.throttleCheckTimeoutId)).toBeGreaterThan(4_000);
    clearTimeout(throttled.throttleCheckTimeoutId ?? undefined);
  });

  it('is not in the past either where the clock goes on between two looks at it', () => {
    mendPendingTimer();
    const { now } = Date;
    let time = now();
    Date.now = () => (time += 50);
    const one = waiting(time + 60);
    try {
      one.scheduleCheckPendingRequests();
    } finally {
      Date.now = now;
    }
    expect(delayOf(one.throttleCheckTimeoutId)).toBeGreaterThanOrEqual(1);
    clearTimeout(one.throttleCheckTimeoutId ?? undefined);
  });

  it('lets a queue of requests come to rest once all are answered', async () => {
    mendPendingTimer();
    const resting = Object.assign(Object.create(prototype) as Queue, {
      throttledUntil: -1,
      throttleCheckTimeoutId: null,
      pending: [],
    });
    resting.checkPendingRequests();
    await new Promise((resolve) => setTimeout(resolve, 20));

    expect(resting.throttleCheckTimeoutId).toBeNull();
  });

  it('is mended once, however often it is asked', () => {
    mendPendingTimer();
    const { scheduleCheckPendingRequests } = prototype;
    mendPendingTimer();
    expect(prototype.scheduleCheckPendingRequests).toBe(scheduleCheckPendingRequests);
  });
});
