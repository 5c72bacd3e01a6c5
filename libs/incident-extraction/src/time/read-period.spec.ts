import { describe, expect, it } from '@jest/globals';
import { valuesOf } from '../testing/times.js';

describe('weekdays in news', () => {
  it.each([
    ['on Thursday', 'Thursday = 2022-01-06'],
    ['on Friday', 'Friday = 2021-12-31'],
    ['last Thursday', 'last Thursday = 2021-12-30'],
    ['this past Wednesday', 'this past Wednesday = 2022-01-05'],
    ['next Friday', 'next Friday = 2022-01-07'],
    ['In this Friday, Dec. 3, 2021 photo', 'this Friday, Dec. 3, 2021 = 2021-12-03'],
    ['He will appear in court on Friday.', 'Friday = 2022-01-07'],
    ['Monday of last week', 'Monday of last week = 2021-12-27'],
    ['next week on Friday', 'next week on Friday = 2022-01-14'],
    ['on Tue. night', 'Tue. night = 2022-01-04TNI'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });
});

describe('periods', () => {
  it.each([
    ['this week', 'this week = 2022-W01'],
    ['last week', 'last week = 2021-W52'],
    ['the weekend', 'the weekend = 2022-W01-WE'],
    ['last month', 'last month = 2021-12'],
    ['next year', 'next year = 2023'],
    ['last November', 'last November = 2021-11'],
    ['last summer', 'last summer = 2021-SU'],
    ['the week after next', 'the week after next = 2022-W03'],
    ['the week before last', 'the week before last = 2021-W51'],
    ['the week of January 12', 'the week of January 12 = 2022-W02'],
    ['week 10', 'week 10 = 2022-W10'],
    ['the third quarter', 'the third quarter = 2021-Q3'],
    ['third-quarter profit', 'third-quarter = 2021-Q3'],
    ['Q1 2019', 'Q1 2019 = 2019-Q1'],
    ['2016H2', '2016H2 = 2016-H2'],
    ['the first half of 2019', 'the first half of 2019 = 2019-H1'],
    ['the spring of 1999', 'the spring of 1999 = 1999-SP'],
    ['the first Friday of July', 'the first Friday of July = 2021-07-02'],
    ['the last week of 2016', 'the last week of 2016 = 2016-W52'],
    ['the 20th of next month', 'the 20th of next month = 2022-02-20'],
    ['the last day of this month', 'the last day of this month = 2022-01-31'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });

  it('count from what was told last where the words say so', () => {
    expect(valuesOf('He left in March 2015. The following month he came back.')).toEqual([
      'March 2015 = 2015-03',
      'The following month = 2015-04',
    ]);
  });

  it.each(['it will last weeks', 'he fell', 'the shot of spring water', 'a second man'])(
    'are none in %j',
    (text) => {
      expect(valuesOf(text).filter((each) => !each.includes('= P'))).toEqual([]);
    },
  );
});
