import { describe, expect, it } from '@jest/globals';
import { parseDate } from './parse-date.js';

describe('a date as machines write it', () => {
  it.each([
    ['2019-11-22T10:15:00+01:00', '2019-11-22T10:15:00+01:00'],
    ['2019-11-22T10:15:00+0100', '2019-11-22T10:15:00+01:00'],
    ['2019-11-22T10:15:00.000Z', '2019-11-22T10:15:00Z'],
    ['2019-11-22T10:15Z', '2019-11-22T10:15:00Z'],
    ['20191122T101500Z', '2019-11-22T10:15:00Z'],
    ['2022-01-06 18:00:00', '2022-01-06T18:00:00'],
    ['2022-01-06 18:00:00 -0500', '2022-01-06T18:00:00-05:00'],
    ['2022-01-10T22:06:08:684Z', '2022-01-10T22:06:08'],
    ['20191122', '2019-11-22'],
    ['1574417700', '2019-11-22T10:15:00Z'],
    ['1574417700123', '2019-11-22T10:15:00Z'],
    ['Fri, 22 Nov 2019 10:15:00 GMT', '2019-11-22T10:15:00Z'],
    ['Fri Nov 22 10:15:00 CET 2019', '2019-11-22T10:15:00+01:00'],
  ])('%s is %s', (text, date) => expect(parseDate(text)).toBe(date));

  it('is also found as people write it', () => {
    expect(parseDate('Published Nov. 22, 2019 at 4:05 PM EST')).toBe('2019-11-22T16:05:00-05:00');
    expect(parseDate('22. November 2019', { language: 'de' })).toBe('2019-11-22');
  });

  it.each(['', 'yesterday', '2019-02-30', '31.11.2019', 'May 2020', '12345678901234', '2019'])(
    'is not seen in %j',
    (text) => expect(parseDate(text)).toBeNull(),
  );
});
