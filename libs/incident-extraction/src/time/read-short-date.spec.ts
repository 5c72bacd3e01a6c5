import { describe, expect, it } from '@jest/globals';
import { valuesOf } from '../testing/times.js';

describe('dates that say less than a month and a year', () => {
  it.each([
    ['on 1/5', '1/5 = 2022-01-05'],
    ['on 1-5', '1-5 = 2022-01-05'],
    ['Monday 1/3', 'Monday 1/3 = 2022-01-03'],
    ['this 5/12', 'this 5/12 = 2022-05-12'],
    ['on the 4th', 'the 4th = 2022-01-04'],
    ['on 4', '4 = 2022-01-04'],
    ['for the thirty', 'the thirty = 2021-12-30'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });

  it('of a list have the month of its last', () => {
    expect(valuesOf('on 3 and 4 January')).toEqual(['3 = 2022-01-03', '4 January = 2022-01-04']);
    expect(valuesOf('on 3rd or 4th January, 2020')).toEqual([
      '3rd = 2020-01-03',
      '4th January, 2020 = 2020-01-04',
    ]);
  });

  it('are none where something is counted or played', () => {
    expect(valuesOf('They won 3-4 and 2 of the 5 left on 4 buses.')).toEqual([]);
  });
});
