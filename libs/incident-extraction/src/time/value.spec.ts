import { describe, expect, it } from '@jest/globals';
import { instantOf } from './calendar.js';
import type { Unit } from './units.js';
import { clockValue, dateValue, durationValue, partValue } from './value.js';

const at = instantOf('2022-11-05T10:30:00');

describe('the value of TIMEX3', () => {
  it.each<[Unit, string]>([
    ['minute', '2022-11-05T10:30'],
    ['day', '2022-11-05'],
    ['week', '2022-W44'],
    ['weekend', '2022-W44-WE'],
    ['month', '2022-11'],
    ['quarter', '2022-Q4'],
    ['half', '2022-H2'],
    ['year', '2022'],
    ['decade', '202'],
    ['century', '20'],
  ])('of a %s', (unit, expected) => {
    expect(dateValue(at, unit)).toBe(expected);
  });

  it('of times and parts of a day', () => {
    expect(clockValue(37_800, 'minute')).toBe('T10:30');
    expect(clockValue(37_831, 'second')).toBe('T10:30:31');
    expect(partValue('2022-11-05', 'evening')).toBe('2022-11-05TEV');
  });

  it('of durations', () => {
    expect(durationValue([{ n: 2, unit: 'day' }])).toBe('P2D');
    expect(durationValue([{ n: null, unit: 'year' }])).toBe('PXY');
    expect(durationValue([{ n: 1.5, unit: 'hour' }])).toBe('PT1H30M');
    expect(durationValue([{ n: 2, unit: 'decade' }])).toBe('P20Y');
    expect(durationValue([{ n: 1, unit: 'fortnight' }])).toBe('P2W');
  });
});
