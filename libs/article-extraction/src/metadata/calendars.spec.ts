import { describe, expect, it } from '@jest/globals';
import { fromBuddhist, fromPersian, persianMonthOf } from './calendars.js';

describe('a day of Iran’s calendar', () => {
  it.each([
    [
      { year: 1398, month: 9, day: 1 },
      { year: 2019, month: 11, day: 22 },
    ],
    [
      { year: 1399, month: 1, day: 1 },
      { year: 2020, month: 3, day: 20 },
    ],
    [
      { year: 1399, month: 12, day: 30 },
      { year: 2021, month: 3, day: 20 },
    ],
    [
      { year: 1400, month: 7, day: 15 },
      { year: 2021, month: 10, day: 7 },
    ],
  ])('%j is %j', (persian, day) => expect(fromPersian(persian)).toEqual(day));

  it('is none where the month has no such day', () => {
    expect(fromPersian({ year: 1398, month: 12, day: 30 })).toBeNull();
    expect(fromPersian({ year: 1398, month: 13, day: 1 })).toBeNull();
  });

  it('has its month’s name in either spelling', () => {
    expect(persianMonthOf('فروردین')).toBe(1);
    expect(persianMonthOf('فروردين')).toBe(1);
    expect(persianMonthOf('نوامبر')).toBeNull();
  });
});

describe('a year of Thailand’s calendar', () => {
  it('is 543 ahead', () => expect(fromBuddhist(2562)).toBe(2019));
});
