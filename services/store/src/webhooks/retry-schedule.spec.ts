import { describe, expect, it } from '@jest/globals';
import { pauseAfter, RETRY_SCHEDULE_MS } from './retry-schedule.js';

const HOUR_MS = 3_600_000;
const away = { status: null, retryAfterMs: null };
const pauses = (failed: Parameters<typeof pauseAfter>[1], random = () => 0) =>
  Array.from({ length: 12 }, (_, n) => pauseAfter(n + 1, failed, RETRY_SCHEDULE_MS, random));

describe('a message that fails', () => {
  it('is tried ten times over three days', () => {
    const given = pauses(away).filter((pause) => pause !== undefined);
    expect(given).toEqual(RETRY_SCHEDULE_MS);
    expect(given.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(75 * HOUR_MS);
  });

  it('comes back a little later than all others', () => {
    expect(pauses(away, () => 0.5)[0]).toBe(5_500);
    expect(pauses({ status: 503, retryAfterMs: null }, () => 0.999)[0]).toBeLessThanOrEqual(6_000);
  });

  it('is tried no sooner than the receiver asks, within a day', () => {
    expect(pauses({ status: 429, retryAfterMs: 60_000 }).slice(0, 2)).toEqual([60_000, 300_000]);
    expect(pauses({ status: 503, retryAfterMs: 1e12 })[0]).toBe(24 * HOUR_MS);
  });

  it('is given up early where the receiver calls it bad', () => {
    for (const status of [400, 413, 415, 422]) {
      expect(pauses({ status, retryAfterMs: null }).slice(0, 3)).toEqual([
        5_000,
        300_000,
        undefined,
      ]);
    }
    expect(pauses({ status: 404, retryAfterMs: null })[8]).toBe(24 * HOUR_MS);
  });
});
