import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { atomsOf } from './atoms.js';
import { countAt, ordinalAt, spelledYearAt, yearAt } from './numbers.js';

const atoms = (text: string) => atomsOf(tokenize(text));

describe('numbers in times', () => {
  it.each<[string, number | null]>([
    ['3 days', 3],
    ['2.5 hours', 2.5],
    ['3.5years', 3.5],
    ['twenty-four hours', 24],
    ['twenty four hours', 24],
    ['a day', 1],
    ['half an hour', 0.5],
    ['two and a half years', 2.5],
    ['one and a quarter year', 1.25],
    ['a couple of days', 2],
    ['a few days', null],
    ['several days', null],
    ['a hundred years', 100],
    ['two thousand and fifteen days', 2015],
    ['two dozen days', 24],
    ['1,200 days', 1200],
  ])('%j', (text, expected) => {
    expect(countAt(atoms(text), 0)?.n).toBe(expected);
  });

  it('are none in other words', () => {
    expect(countAt(atoms('the men'), 0)).toBeNull();
    expect(countAt(atoms('half asleep'), 0)).toBeNull();
  });

  it.each([
    ['3rd', 3],
    ['third', 3],
    ['twenty-second', 22],
    ['twenty seventh', 27],
    ['thirtieth', 30],
  ])('order: %j', (text, expected) => {
    expect(ordinalAt(atoms(text), 0)?.n).toBe(expected);
  });

  it.each([
    ['nineteen ninety-six', 1996],
    ['two thousand and fifteen', 2015],
    ['two thousand', 2000],
    ['one thousand seven hundred and eighty nine', 1789],
  ])('spell a year: %j', (text, expected) => {
    expect(spelledYearAt(atoms(text), 0)?.n).toBe(expected);
  });

  it('of four digits are years, not percents', () => {
    expect(yearAt(atoms('1985'), 0)).toBe(1985);
    expect(yearAt(atoms('1985%'), 0)).toBeNull();
    expect(yearAt(atoms('9999'), 0)).toBeNull();
  });
});
