import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, dayOf, monthOf, weekday } from './calendar.js';

describe('calendar', () => {
  it('adds days over months and leap years', () => {
    expect(addDays('2020-02-28', 2)).toBe('2020-03-01');
    expect(addDays('2022-01-01', -1)).toBe('2021-12-31');
  });

  it('counts days', () => {
    expect(daysBetween('2022-01-03', '2022-01-06')).toBe(3);
  });

  it('knows weekdays', () => {
    expect(weekday('2022-01-06')).toBe(4);
  });

  it('refuses days that are not', () => {
    expect(dayOf(2021, 2, 29)).toBeNull();
    expect(dayOf(2020, 2, 29)).toBe('2020-02-29');
  });

  it('spans months', () => {
    expect(monthOf(2021, 12)).toEqual({ start: '2021-12-01', end: '2021-12-31' });
  });
});
