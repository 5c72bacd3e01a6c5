import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backoffMs, DEFAULT_RETRY } from './backoff.js';
import { nextInterval } from './schedule.js';

const bounds = { minMs: 1_000, maxMs: 100_000 };

describe('the polling interval', () => {
  it('follows how often there is something new', () => {
    expect(nextInterval(10_000, 'new', bounds)).toBe(5_000);
    expect(nextInterval(10_000, 'nothing-new', bounds)).toBe(15_000);
    expect(nextInterval(10_000, 'failed', bounds)).toBe(20_000);
  });

  it('stays within its bounds', () => {
    const outcomes = fc.constantFrom('new', 'nothing-new', 'failed' as const);
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.array(outcomes, { maxLength: 20, minLength: 1 }),
        (start, all) => {
          const end = all.reduce(
            (ms, outcome) => nextInterval(ms, outcome as 'new', bounds),
            start,
          );
          expect(end).toBeGreaterThanOrEqual(bounds.minMs);
          expect(end).toBeLessThanOrEqual(bounds.maxMs);
        },
      ),
    );
  });
});

describe('the wait before another try', () => {
  it('doubles, and is spread over its upper half', () => {
    expect(backoffMs(1, null, DEFAULT_RETRY, 0)).toBe(30_000);
    expect(backoffMs(1, null, DEFAULT_RETRY, 1)).toBe(60_000);
    expect(backoffMs(3, null, DEFAULT_RETRY, 1)).toBe(240_000);
    expect(backoffMs(30, null, DEFAULT_RETRY, 1)).toBe(DEFAULT_RETRY.maxMs);
  });

  it('is never shorter than the server asked', () => {
    expect(backoffMs(1, 7_200_000, DEFAULT_RETRY, 0)).toBe(7_200_000);
  });
});
