import { createRequire } from 'node:module';

import { describe, expect, it } from '@jest/globals';

import { mendNegativeTimeout } from './negative-timeout.js';

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

describe('kafkajs’ timer for throttled requests', () => {
  it('is never asked for in the past, and leaves the throttling as it was', async () => {
    mendNegativeTimeout();
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => void warnings.push(warning);
    process.on('warning', onWarning);
    const idle = queue(-1);
    idle.scheduleCheckPendingRequests();
    expect(idle.throttledUntil).toBe(-1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('warning', onWarning);
    expect(idle.checks).toBe(1);
    expect(warnings).toEqual([]);
  });

  it('still waits until a real throttling ends', () => {
    mendNegativeTimeout();
    const throttled = queue(Date.now() + 5_000);
    throttled.scheduleCheckPendingRequests();
    expect(delayOf(throttled.throttleCheckTimeoutId)).toBeGreaterThan(4_000);
    clearTimeout(throttled.throttleCheckTimeoutId ?? undefined);
  });

  it('is not in the past either where the clock goes on between two looks at it', () => {
    mendNegativeTimeout();
    const { now } = Date;
    let time = now();
    Date.now = () => (time += 50);
    const idle = queue(-1);
    const waiting = Object.assign(queue(time + 60), { pending: [{}] });
    try {
      idle.scheduleCheckPendingRequests();
      waiting.scheduleCheckPendingRequests();
    } finally {
      Date.now = now;
    }
    expect(delayOf(idle.throttleCheckTimeoutId)).toBe(1);
    expect(delayOf(waiting.throttleCheckTimeoutId)).toBeGreaterThanOrEqual(1);
    for (const { throttleCheckTimeoutId } of [idle, waiting])
      clearTimeout(throttleCheckTimeoutId ?? undefined);
  });

  it('is mended once, however often it is asked', () => {
    mendNegativeTimeout();
    const { scheduleCheckPendingRequests } = prototype;
    mendNegativeTimeout();
    expect(prototype.scheduleCheckPendingRequests).toBe(scheduleCheckPendingRequests);
  });
});
