import { describe, expect, it } from '@jest/globals';
import { valuesOf } from '../testing/times.js';

describe('the n-th of a whole', () => {
  it.each([
    ['the 2nd Monday of January 2022', '2022-01-10'],
    ['the last Friday of next month', '2022-02-25'],
    ['last Monday April 2021', '2021-04-26'],
    ['the 15th day of next month', '2022-02-15'],
    ['the first weekend of May 2022', '2022-W18-WE'],
    ['the second week of March 2022', '2022-W10'],
    ['January of next year', '2023-01'],
    ['the last day of this month', '2022-01-31'],
    ['the 31st of next month', '2022-02-31'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)[0]!.split(' = ')[1]).toBe(expected);
  });

  it('is May where a month is named by the word', () => {
    expect(valuesOf('the month of May 2021')).toEqual(['the month of May 2021 = 2021-05']);
  });
});
