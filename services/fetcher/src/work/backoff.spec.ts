import { describe, expect, it } from '@jest/globals';
import { backoffMs, DEFAULT_RETRY } from './backoff.js';

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
