import { describe, expect, it } from '@jest/globals';
import { dayNumber, hasTime, isBelievable, isZoned } from './date-value.js';

describe('a date in ISO 8601', () => {
  it('has a time and a zone or not', () => {
    expect([hasTime('2026-05-02'), hasTime('2026-05-02T10:00:00')]).toEqual([false, true]);
    expect(isZoned('2026-05-02T10:00:00')).toBe(false);
    expect(isZoned('2026-05-02T10:00:00Z')).toBe(true);
    expect(isZoned('2026-05-02T10:00:00-05:00')).toBe(true);
  });

  it('is of the day that it names in its own zone', () => {
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(dayNumber('1970-01-02T23:00:00-05:00')).toBe(1);
  });
});

describe('a date is believed', () => {
  const fetchedAt = Date.UTC(2026, 4, 2, 12);
  it.each([
    ['2026-05-02T12:00:00Z', true],
    ['2026-05-02T12:00:01Z', false],
    ['2026-05-02T20:00:00+09:00', true],
    ['2026-05-02', true],
    ['2026-05-03', true],
    ['2026-05-04', false],
    ['1993-12-31', false],
  ])('from the web’s beginning to the fetch: %s is %s', (date, believed) => {
    expect(isBelievable(date, fetchedAt)).toBe(believed);
  });

  it('without knowing the fetch', () => expect(isBelievable('2090-01-01', undefined)).toBe(true));
});
