import { describe, expect, it } from '@jest/globals';
import { valuesOf } from '../testing/times.js';

describe('years, decades and centuries', () => {
  it.each([
    ['in 1985', '1985 = 1985'],
    ['a 1996 law', '1996 = 1996'],
    ['the year 2000', 'the year 2000 = 2000'],
    ['in nineteen ninety-six', 'nineteen ninety-six = 1996'],
    ['the 1990s', 'the 1990s = 199'],
    ['the nineties', 'the nineties = 199'],
    ["in the '80s", "the '80s = 198"],
    ['the 1990 s', 'the 1990 s = 199'],
    ["in the late '80s", "the late '80s = 198"],
    ['early eighties', 'early eighties = 198'],
    ['the twenty-tens', 'the twenty-tens = 201'],
    ['the nineteen thirties', 'the nineteen thirties = 193'],
    ['the eighteen hundreds', 'the eighteen hundreds = 18'],
    ['the school year 2008', 'the school year 2008 = 2008'],
    ['FY18', 'FY18 = 2018'],
    ['the 21st century', 'the 21st century = 20'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });

  it.each([
    'killed 2000 people',
    '$1985',
    'room 3012',
    '1985.50 dollars',
    'some 1990 soldiers',
    'a man in his late 50s',
  ])('are none in %j', (text) => {
    expect(valuesOf(text)).toEqual([]);
  });
});
