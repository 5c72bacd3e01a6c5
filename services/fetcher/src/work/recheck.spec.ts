import { describe, expect, it } from '@jest/globals';
import { recheckAfter } from './recheck.js';

const now = Date.parse('2026-03-20T00:00:00Z');
const HOUR = 3_600_000;
const page = (rechecks: number | null, more: object = {}) => ({
  lane: 'live' as const,
  feedItem: null,
  feedSettings: {},
  again: rechecks !== null,
  rechecks: rechecks ?? 0,
  ...more,
});
const item = (publishedAt: string) => ({
  feedUrl: '',
  title: null,
  publishedAt,
  authors: [],
  summary: null,
});
const after = (of: ReturnType<typeof page>) => recheckAfter(of, [1, 6, 24], now);

describe('an article', () => {
  it('is read again at growing distances from its first fetch, and then no more', () => {
    expect([null, 0, 1, 2].map((n) => after(page(n)))).toEqual([
      1 * HOUR,
      5 * HOUR,
      18 * HOUR,
      null,
    ]);
  });

  it('is not read again when it is history, or its feed is set so, or nobody wants it', () => {
    expect(after(page(null, { lane: 'backfill' }))).toBeNull();
    expect(after(page(null, { feedItem: item('2020-01-01T00:00:00Z') }))).toBeNull();
    expect(after(page(null, { feedItem: item('2026-03-19T00:00:00Z') }))).toBe(HOUR);
    expect(after(page(null, { feedSettings: { recheck: false } }))).toBeNull();
    expect(recheckAfter(page(null), [], now)).toBeNull();
  });
});
