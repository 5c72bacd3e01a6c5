import { describe, expect, it } from '@jest/globals';
import { readTimes } from '@tocsin/incident-extraction';
import { toResult } from './datespec.js';

/** Thursday 6 January 2022, as the adapter asks: what is to come, by calendar weeks. */
const results = (text: string): string[] =>
  readTimes(text, '2022-01-06T10:00:00', { direction: 'future', plain: true }).flatMap((time) =>
    toResult(text, time, '2022-01-06T10:00:00').map(
      ({ text: words, value }) => `${words} = ${value}`,
    ),
  );

describe('answers for datespec', () => {
  it.each([
    ['see you on Monday', 'Monday = 2022-01-10'],
    ['see you now', 'now = 2022-01-06 10:00:00'],
    ['in the next two weeks', 'next two weeks = 2022-01-07/2022-01-21'],
    ['the same month', 'same month = 2022-01-01/2022-02-01'],
    ['from May 2015 to June 2018', 'from May 2015 to June 2018 = 2015-05-01/2018-06-01'],
    ['for a few hours', 'a few hours = 10800'],
    ['in the fiscal year 2008', 'fiscal year 2008 = not resolved'],
    ['feb 30 2019', 'feb 30 2019 = not resolved'],
    ['early next month', 'early next month = 2022-02-01/2022-02-16'],
    ['later this year', 'later this year = 2022-07-01/2023-01-01'],
    ['later this week', 'later this week = 2022-01-06/2022-01-10'],
    ['the mid-March', 'mid-March = 2022-03-10/2022-03-21'],
    ['year to date', 'year to date = 2022-01-01/2022-01-06'],
    ['in the night-time', 'in the night-time = 00:00:00/08:00:00'],
    ['by end of this month', 'by end of this month = /2022-02-01'],
    ['tomorrow before 4pm', 'tomorrow before 4pm = /2022-01-07 16:00:00'],
    ['3 days hence', '3 days hence = 2022-01-07/2022-01-10'],
    ['to date', 'to date = /2022-01-06'],
    ['from 2pm for 2 hours', 'from 2pm for 2 hours = 14:00:00/16:00:00'],
    ['after 2016', 'after 2016 = 2017-01-01/'],
    ['before 4pm', 'before 4pm = /16:00:00'],
    ['since the end of 1989', 'since the end of 1989 = 1989-09-01/'],
    ['for 3 hours', '3 hours = 10800'],
    ['every week', 'every week = not resolved'],
    ['at 7:56 pm', '7:56 pm = 19:56:00'],
    ['tomorrow at 9am', 'tomorrow at 9am = 2022-01-07 09:00:00'],
    ['tomorrow night', 'tomorrow night = 2022-01-07 20:00:00/2022-01-07 23:59:59'],
    ['late afternoon', 'late afternoon = 14:00:00/16:00:00'],
    ['2 till 3pm', '2 till 3pm = 14:00:00/15:00:00'],
    ['a month ago', 'a month ago = 2021-12-06'],
    ['in 5 minutes', 'in 5 minutes = 2022-01-06 10:05:00'],
  ])('%j: %s', (text, expected) => {
    expect(results(text)).toEqual([expected]);
  });

  it('leave out what has no value there', () => {
    expect(results('recently, for years')).toEqual([]);
  });
});
