import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { findNumbers } from './counts.js';

const read = (text: string): (number | null)[][] =>
  findNumbers(tokenize(text)).map(({ low, best, high }) => [low, best, high]);

describe('numbers', () => {
  it.each<[string, (number | null)[]]>([
    ['12 people', [12, 12, 12]],
    ['twenty-one men', [21, 21, 21]],
    ['one hundred and five people', [105, 105, 105]],
    ['two thousand three hundred people', [2300, 2300, 2300]],
    ['1,234 houses', [1234, 1234, 1234]],
    ['1.2m people', [1_200_000, 1_200_000, 1_200_000]],
    ['1.5 million people', [1_500_000, 1_500_000, 1_500_000]],
    ['two dozen men', [24, 24, 24]],
    ['a dozen men', [12, 12, 12]],
    ['a couple of men', [2, 2, 2]],
    ['a hundred men', [100, 100, 100]],
    ['at least two officers', [2, 2, null]],
    ['no fewer than 30 people', [30, 30, null]],
    ['more than 50 people', [50, 50, null]],
    ['up to 40 people', [null, 40, 40]],
    ['about 50 peasants', [50, 50, 50]],
    ['10 to 20 people', [10, 10, 20]],
    ['between 10 and 20 people', [10, 10, 20]],
    ['dozens of people', [12, 12, null]],
    ['hundreds of armed citizens', [100, 100, null]],
    ['several people', [3, 3, null]],
    ['no one was hurt', [0, 0, 0]],
    ['nobody was hurt', [0, 0, 0]],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('keep whole and part apart', () => {
    expect(read('12 people, including three children')).toEqual([
      [12, 12, 12],
      [3, 3, 3],
    ]);
  });

  it.each([
    'a 25-year-old man',
    'Smith, 25, was shot',
    '25 years in prison',
    'on January 5',
    'on 5 January',
    'at 10 p.m.',
    'in 2014',
    '$500 was taken',
    'a .45 caliber pistol',
    'the 1600 block of First Street',
    '5 miles away',
    '30 percent',
    'on Highway 61',
    'the 3rd victim',
    'on 1/29/2014',
    'at 8:30',
  ])('are not counted in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('know vague words from counts', () => {
    expect(findNumbers(tokenize('dozens and 12 men')).map((n) => n.vague)).toEqual([true, false]);
  });
});
