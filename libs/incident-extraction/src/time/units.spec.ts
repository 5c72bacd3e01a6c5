import { describe, expect, it } from '@jest/globals';
import { DAY, instantOf, isoDateTime, isoDay } from './calendar.js';
import { addUnits, secondsIn, type Unit, unitAround } from './units.js';

const at = instantOf('2022-01-06T10:30:00');
const around = (unit: Unit): string => {
  const { start, end } = unitAround(at, unit);
  return `${isoDay(start)}/${isoDay(end)}`;
};

describe('units of the calendar', () => {
  it.each<[Unit, string]>([
    ['day', '2022-01-06/2022-01-07'],
    ['week', '2022-01-03/2022-01-10'],
    ['workweek', '2022-01-03/2022-01-08'],
    ['weekend', '2022-01-08/2022-01-10'],
    ['fortnight', '2022-01-03/2022-01-17'],
    ['month', '2022-01-01/2022-02-01'],
    ['quarter', '2022-01-01/2022-04-01'],
    ['half', '2022-01-01/2022-07-01'],
    ['year', '2022-01-01/2023-01-01'],
    ['decade', '2020-01-01/2030-01-01'],
    ['century', '2000-01-01/2100-01-01'],
  ])('%s', (unit, expected) => {
    expect(around(unit)).toBe(expected);
  });

  it('hold an hour and a minute too', () => {
    expect(isoDateTime(unitAround(at, 'hour').start)).toBe('2022-01-06T10:00:00');
  });

  it('are added whole by the calendar, in fractions by days', () => {
    expect(isoDay(addUnits(at, 'month', 1))).toBe('2022-02-06');
    expect(isoDay(addUnits(at, 'year', -0.5))).toBe('2021-07-06');
    expect(isoDay(addUnits(at, 'month', 0.5))).toBe('2022-01-21');
    expect(addUnits(at, 'hour', 1.5) - at).toBe(5_400);
  });

  it('last so many seconds', () => {
    expect(secondsIn('month')).toBe(30 * DAY);
    expect(secondsIn('year')).toBe(365 * DAY);
    expect(secondsIn('weekend')).toBe(2 * DAY);
  });
});
