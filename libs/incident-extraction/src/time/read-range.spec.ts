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
    ['between 3 and 12 of January', '2022-01-03/2022-01-13'],
    ['2014~2018', '2014-01-01/2019-01-01'],
    ['1/1-1/5/2017', '2017-01-01/2017-01-06'],
    ['26 june to 28 june in 2020', '2020-06-26/2020-06-29'],
    ['from April 27, 2020 to the third', '2020-04-27/2020-05-04'],
    ['November between 19 and 20', '2021-11-19/2021-11-21'],
    ['next week between Wednesday and Friday', '2022-01-12/2022-01-15'],
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
    ['10am-12am yesterday', '2022-01-05T10:00:00/2022-01-05T12:00:00'],
    ['11:30 am to 12:30 january 3rd', '2022-01-03T11:30:00/2022-01-03T12:30:00'],
    ['from 3-8pm yesterday afternoon', '2022-01-05T15:00:00/2022-01-05T20:00:00'],
    ['6-8 next Monday', '2022-01-10T06:00:00/2022-01-10T08:00:00'],
    ['between 7 and 9:30 last night', '2022-01-05T19:00:00/2022-01-05T21:30:00'],
  ])('of the clock on a day: %j', (text, expected) => {
    expect(intervalsOf(text)).toEqual([expected]);
  });

  it('are none between counts', () => {
    expect(valuesOf('between 3 and 5 men')).toEqual([]);
    expect(valuesOf('they won 3-1')).toEqual([]);
  });
});
