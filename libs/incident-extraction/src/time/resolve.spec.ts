import { describe, expect, it } from '@jest/globals';
import { valuesOf } from '../testing/times.js';

describe('a date without a year', () => {
  it.each([
    ['2022-01-05', 'A man was shot Dec. 30.', '2021-12-30'],
    ['2022-01-06', 'The trial opens Jan. 14.', '2022-01-14'],
    ['2022-01-06', 'It was due to end on Jan. 14.', '2022-01-14'],
    ['2022-11-02', 'It is payable on Jan. 2.', '2023-01-02'],
    ['2022-06-01', 'He was shot in August.', '2021-08'],
    ['2022-06-01', 'The vote will be in August.', '2022-08'],
  ])('is the nearest, pulled by the verb: written %s, %j', (reference, text, expected) => {
    expect(valuesOf(text, { reference })[0]!.split(' = ')[1]).toBe(expected);
  });

  it('is on the side that is asked for where the text is no news', () => {
    expect(valuesOf('Dec. 30', { plain: true, direction: 'future' })).toEqual([
      'Dec. 30 = 2022-12-30',
    ]);
    expect(valuesOf('Jan. 14', { plain: true, direction: 'past' })).toEqual([
      'Jan. 14 = 2021-01-14',
    ]);
  });
});

describe('weekdays in a plain text', () => {
  it.each([
    ['next Sunday', '2022-01-16'],
    ['last Monday', '2021-12-27'],
    ['this Monday', '2022-01-03'],
    ['Monday', '2022-01-10'],
    ['Thursday', '2022-01-06'],
  ])('count by calendar weeks: %j', (text, expected) => {
    expect(valuesOf(text, { plain: true, direction: 'future' })[0]).toBe(`${text} = ${expected}`);
  });
});
