import { describe, expect, it } from '@jest/globals';
import { ratePerMinute, WINDOW_MS, withReading } from './rates.js';

describe('a rate', () => {
  it('is what was added in the time between', () => {
    const readings = [
      { atMs: 0, count: 10 },
      { atMs: 30_000, count: 25 },
    ];
    expect(ratePerMinute(readings)).toBe(30);
  });

  it('is not known from one look, nor when the count fell', () => {
    const one = [{ atMs: 0, count: 10 }];
    expect(ratePerMinute([])).toBeNull();
    expect(ratePerMinute(one)).toBeNull();
    expect(ratePerMinute([...one, { atMs: 1_000, count: 0 }])).toBeNull();
    expect(ratePerMinute([...one, { atMs: 0, count: 11 }])).toBeNull();
  });

  it('forgets what was long ago', () => {
    const old = withReading([], { atMs: 0, count: 0 });
    const later = withReading(old, { atMs: WINDOW_MS + 1, count: 5 });
    expect(later).toEqual([{ atMs: WINDOW_MS + 1, count: 5 }]);
    expect(withReading(later, { atMs: WINDOW_MS + 2, count: 6 })).toHaveLength(2);
  });
});
