import { describe, expect, it } from '@jest/globals';
import { parseDate } from './parse-date.js';

describe('a date as pages write it', () => {
  it.each([
    ['2019-11-22T10:15:00+01:00', '2019-11-22T10:15:00+01:00'],
    ['2019-11-22T10:15:00.000Z', '2019-11-22T10:15:00Z'],
    ['2022-01-06 18:00:00', '2022-01-06T18:00:00'],
    ['Fri, 22 Nov 2019 10:15:00 GMT', '2019-11-22T10:15:00Z'],
    ['November 22nd, 2019', '2019-11-22'],
    ['Published Nov. 22, 2019 at 4:05 PM EST', '2019-11-22T16:05:00-05:00'],
    ['22 de noviembre de 2019', '2019-11-22'],
    ['22. März 2020', '2020-03-22'],
    ['22 ноября 2019', '2019-11-22'],
    ['22.11.2019', '2019-11-22'],
    ['2019年11月22日', '2019-11-22'],
    ['20191122', '2019-11-22'],
    ['1574417700', '2019-11-22T10:15:00.000Z'],
  ])('%s is %s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it('has the month first or the day first as the page’s language has it', () => {
    expect(parseDate('03/04/2020', 'month-first')).toBe('2020-03-04');
    expect(parseDate('03/04/2020', 'day-first')).toBe('2020-04-03');
    expect(parseDate('22/04/2020', 'month-first')).toBe('2020-04-22');
  });

  it.each(['', 'yesterday', '2019-02-30', '31.11.2019', 'May 2020', '12345678901234'])(
    'is not seen in %j',
    (text) => expect(parseDate(text)).toBeNull(),
  );
});
