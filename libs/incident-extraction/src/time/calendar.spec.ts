import { describe, expect, it } from '@jest/globals';
import {
  addMonths,
  DAY,
  dateOf,
  daysBetween,
  easter,
  instantOf,
  islamic,
  isoDateTime,
  isoDay,
  isoWeek,
  monthStart,
  partsOf,
  weekStart,
} from './calendar.js';

const day = instantOf('2022-01-06');

describe('the calendar', () => {
  it('counts days over months, years and leap days', () => {
    expect(isoDay(day - 6 * DAY)).toBe('2021-12-31');
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
    expect(daysBetween('2022-01-06T10:00:00', '2022-01-07')).toBe(1);
  });

  it('knows no 30 February and no 29 in common years', () => {
    expect(dateOf(2022, 2, 30)).toBeNull();
    expect(dateOf(2021, 2, 29)).toBeNull();
    expect(isoDay(dateOf(2020, 2, 29)!)).toBe('2020-02-29');
    expect(isoDay(dateOf(247, 1, 1)!)).toBe('0247-01-01');
  });

  it('reads days and local times, and nothing else', () => {
    expect(isoDateTime(instantOf('2022-01-06T18:05:09+06:00'))).toBe('2022-01-06T18:05:09');
    expect(instantOf('2022-01-06 18:05')).toBe(day + 18 * 3600 + 300);
    expect(instantOf('yesterday')).toBeNaN();
    expect(instantOf('')).toBeNaN();
  });

  it('cuts a day to the length of its month', () => {
    expect(isoDay(addMonths(instantOf('2022-01-31'), 1))).toBe('2022-02-28');
    expect(isoDay(addMonths(instantOf('2022-01-31'), -2))).toBe('2021-11-30');
    expect(isoDay(monthStart(2022, 14))).toBe('2023-02-01');
  });

  it('begins weeks on Monday and numbers them as ISO 8601 does', () => {
    expect(partsOf(day)).toEqual({ year: 2022, month: 1, day: 6, weekday: 4 });
    expect(isoDay(weekStart(day))).toBe('2022-01-03');
    expect(isoWeek(instantOf('2022-01-01'))).toEqual({ year: 2021, week: 52 });
    expect(isoWeek(instantOf('2019-12-30'))).toEqual({ year: 2020, week: 1 });
  });

  it.each([
    [2018, '2018-04-01'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
  ])('has Easter of %i on %s', (year, expected) => {
    expect(isoDay(easter(year))).toBe(expected);
  });
});

describe('the arithmetical Islamic calendar', () => {
  it.each([
    [2022, 10, 1, '2022-05-02'],
    [2023, 10, 1, '2023-04-21'],
  ])('in %i has month %i day %i on %s', (year, month, day, expected) => {
    expect(isoDay(islamic(year, month, day))).toBe(expected);
  });
});
