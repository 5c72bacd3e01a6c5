import { describe, expect, it } from '@jest/globals';
import { valuesOf } from '../testing/times.js';

describe('quarters, halves, seasons and numbered weeks', () => {
  it.each([
    ["Q1 '16", "Q1 '16 = 2016-Q1"],
    ['H1 2019', 'H1 2019 = 2019-H1'],
    ['the third quarter of 2009', 'the third quarter of 2009 = 2009-Q3'],
    ["next year's first quarter", "next year's first quarter = 2023-Q1"],
    ["2016's second half", "2016's second half = 2016-H2"],
    ['the week 3 of 2027', 'the week 3 of 2027 = 2027-W03'],
    ['the spring of 2017', 'the spring of 2017 = 2017-SP'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });

  it('of a range share its year', () => {
    expect(valuesOf('Q1-Q3 2018')).toEqual(['Q1-Q3 2018 = 2018-Q1/2018-Q3']);
  });
});
