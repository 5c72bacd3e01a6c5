import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { feedDate } from './date.js';

describe("a feed's date", () => {
  it.each([
    ['Thu, 06 Jan 2022 10:20:30 GMT', '2022-01-06T10:20:30.000Z'],
    ['Thu, 06 Jan 2022 10:20:30 +0600', '2022-01-06T04:20:30.000Z'],
    ['Thu, 6 Jan 2022 10:20 EST', '2022-01-06T15:20:00.000Z'],
    ['6 January 2022 10:20:30 Z', '2022-01-06T10:20:30.000Z'],
    ['06 Jan 22 10:20:30 GMT+2', '2022-01-06T08:20:30.000Z'],
    ['06 Jan 99', '1999-01-06T00:00:00.000Z'],
    ['Thursday, 06-Jan-22 10:20:30 GMT', '2022-01-06T10:20:30.000Z'],
    ['2022-01-06T10:20:30Z', '2022-01-06T10:20:30.000Z'],
    ['2022-01-06T10:20:30.123-05:00', '2022-01-06T15:20:30.000Z'],
    ['2022-01-06 10:20', '2022-01-06T10:20:00.000Z'],
    ['2022-01', '2022-01-01T00:00:00.000Z'],
    ['20220106', '2022-01-06T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(feedDate(text)).toBe(expected);
  });

  it.each([undefined, '', 'yesterday', '32 Foo 2022', '2022-13-40', '06 Jan 2022 25:99:00 GMT'])(
    'is none when it cannot be read: %s',
    (text) => {
      expect(feedDate(text)).toBeNull();
    },
  );

  it('reads back what Date writes, in both forms', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 });
    fc.assert(
      fc.property(seconds, (s) => {
        const date = new Date(s * 1000);
        expect(feedDate(date.toISOString())).toBe(date.toISOString());
        expect(feedDate(date.toUTCString())).toBe(date.toISOString());
      }),
    );
  });
});
