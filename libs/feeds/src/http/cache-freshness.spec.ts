import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freshnessMs } from './cache-freshness.js';

const now = Date.parse('2024-05-17T10:00:00Z');
const fresh = (headers: Record<string, string | string[]>) => freshnessMs(headers, now);
const hour = 3_600_000;

describe('how long an answer asks to be held fresh', () => {
  it('is its max-age, less the age that it already has', () => {
    expect(fresh({ 'cache-control': 'public, max-age=3600' })).toBe(hour);
    expect(fresh({ 'Cache-Control': 'MAX-AGE="3600"', Age: '600' })).toBe(hour - 600_000);
    expect(fresh({ 'cache-control': 'max-age=60', age: '600' })).toBe(0);
    expect(fresh({ 'cache-control': ['public', 'max-age=60'] })).toBe(60_000);
  });

  it('or the time from Date to Expires, or from now', () => {
    const expires = 'Fri, 17 May 2024 12:00:00 GMT';
    expect(fresh({ expires, date: 'Fri, 17 May 2024 11:00:00 GMT' })).toBe(hour);
    expect(fresh({ expires })).toBe(2 * hour);
    expect(fresh({ expires, 'cache-control': 'max-age=1' })).toBe(1000);
    expect(fresh({ expires: 'Fri, 17 May 2024 09:00:00 GMT' })).toBe(0);
    expect(fresh({ expires: '0' })).toBe(0);
    expect(fresh({ expires: '-1' })).toBe(0);
  });

  it('is nothing when it must not be held', () => {
    expect(fresh({ 'cache-control': 'no-cache, max-age=60' })).toBe(0);
    expect(fresh({ 'cache-control': 'private="x", no-store' })).toBe(0);
    expect(fresh({ 'cache-control': 'no-cache="set-cookie", max-age=60' })).toBe(60_000);
  });

  it('is not what it tells shared caches', () => {
    expect(fresh({ 'cache-control': 's-maxage=3600' })).toBeNull();
    expect(fresh({ 'cache-control': 's-maxage=3600, max-age=60' })).toBe(60_000);
  });

  it('is unknown when it says nothing that can be read', () => {
    for (const value of [
      '',
      'public',
      'max-age',
      'max-age=',
      'max-age=-5',
      'max-age=1.5',
      'x-max-age=5',
    ])
      expect(fresh({ 'cache-control': value })).toBeNull();
    expect(fresh({})).toBeNull();
    expect(fresh({ expires: ' ' })).toBeNull();
  });

  it('is at most seven days, and never negative, whatever stands there', () => {
    expect(fresh({ 'cache-control': `max-age=${'9'.repeat(400)}` })).toBe(7 * 24 * hour);
    expect(fresh({ expires: 'Fri, 01 Jan 2100 00:00:00 GMT' })).toBe(7 * 24 * hour);
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'max-age=019,;" \t') }),
    );
    fc.assert(
      fc.property(text, text, text, text, (control, age, expires, date) => {
        const ms = fresh({ 'cache-control': control, age, expires, date });
        if (ms !== null) expect(ms >= 0 && ms <= 7 * 24 * hour).toBe(true);
      }),
    );
  });
});
