import { describe, expect, it } from '@jest/globals';
import { intervalsOf, valuesOf } from '../testing/times.js';

describe('ranges', () => {
  it.each([
    ['Jan. 3-5', '2022-01-03/2022-01-06'],
    ['3-5 January', '2022-01-03/2022-01-06'],
    ['between Monday and Wednesday', '2022-01-03/2022-01-06'],
    ['from 4 to 22 this month', '2022-01-04/2022-01-23'],
    ['from Nov 18 to Dec 19, 2015', '2015-11-18/2015-12-20'],
    ['from November to March 2017', '2016-11-01/2017-04-01'],
    ['from 2014 to 2018', '2014-01-01/2019-01-01'],
    ['from q1 of 2017 to q3 of 2018', '2017-01-01/2018-10-01'],
    ['from Sunday night to Monday', '2022-01-02T20:00:00/2022-01-04'],
  ])('%j: %s', (text, expected) => {
    expect(intervalsOf(text)).toEqual([expected]);
  });

  it.each([
    ['from 9 to 5pm', 'T09:00/T17:00'],
    ['2 till 3pm', 'T14:00/T15:00'],
    ['from three thirty to four thirty', 'T03:30/T04:30'],
    ['from 10:30 to 3', 'T10:30/T15:00'],
  ])('of the clock: %j', (text, expected) => {
    expect(valuesOf(text)[0]!.split(' = ')[1]).toBe(expected);
  });

  it.each([
    ['between 3pm and 4pm yesterday', '2022-01-05T15:00:00/2022-01-05T16:00:00'],
    ['Monday from 7 to 7:30', '2022-01-03T07:00:00/2022-01-03T07:30:00'],
    ['between 7 and 9:30 last night', '2022-01-05T19:00:00/2022-01-05T21:30:00'],
  ])('of the clock on a day: %j', (text, expected) => {
    expect(intervalsOf(text)).toEqual([expected]);
  });

  it('are none between counts', () => {
    expect(valuesOf('between 3 and 5 men')).toEqual([]);
    expect(valuesOf('they won 3-1')).toEqual([]);
  });
});
