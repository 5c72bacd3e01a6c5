import { describe, expect, it } from '@jest/globals';
import { intervalsOf, valuesOf } from '../testing/times.js';

describe('holidays', () => {
  it.each([
    ['on Christmas Eve', 'Christmas Eve = 2021-12-24'],
    ['on New Year’s Day', 'New Year’s Day = 2022-01-01'],
    ['Thanksgiving Day', 'Thanksgiving Day = 2021-11-25'],
    ['Labor Day 2021', 'Labor Day 2021 = 2021-09-06'],
    ['Memorial Day 2019', 'Memorial Day 2019 = 2019-05-27'],
    ['Mother’s Day 2021', 'Mother’s Day 2021 = 2021-05-09'],
    ['saint patrick 2020', 'saint patrick 2020 = 2020-03-17'],
    ['Black Friday 2021', 'Black Friday 2021 = 2021-11-26'],
    ['Election Day 2020', 'Election Day 2020 = 2020-11-03'],
    ['Eid al-Fitr 2022', 'Eid al-Fitr 2022 = 2022-05-02'],
    ['last Easter', 'last Easter = 2021-04-04'],
    ['next Easter', 'next Easter = 2022-04-17'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });

  it('make long weekends', () => {
    expect(intervalsOf('Labor Day 2021 weekend')).toEqual(['2021-09-04/2021-09-07']);
  });

  it('are none in the names of men, streets and towns', () => {
    expect(valuesOf('The priest of St. Patrick lived on Martin Luther King Boulevard.')).toEqual(
      [],
    );
    expect(valuesOf('He was shot in Corpus Christi.')).toEqual([]);
  });

  it('are none in "a new year"', () => {
    expect(valuesOf('It is a new year for him.')).toEqual([]);
  });
});
