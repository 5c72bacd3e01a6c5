import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const when = (sentence: string) => mentionsOf(sentence, [sentence])[0]!.when;

describe('the date of an incident', () => {
  it.each([
    ['A bomb killed two men on Monday.', '2022-01-03', '2022-01-03', 1, 1],
    ['A bomb killed two men this week.', '2022-01-03', '2022-01-06', 2, 2],
    ['A bomb killed two men last week.', '2021-12-27', '2022-01-02', 2, 3],
    ['A bomb killed two men last month.', '2021-12-01', '2021-12-31', 3, 4],
    [
      'A bomb killed two men at 10:35 p.m. on Monday.',
      '2022-01-03T22:35',
      '2022-01-03T22:35',
      1,
      1,
    ],
    [
      'A bomb killed two men shortly before 8 p.m. on Monday.',
      '2022-01-03T20:00',
      '2022-01-03T20:00',
      1,
      1,
    ],
    ['A bomb killed two men before dawn on Monday.', '2022-01-03', '2022-01-03', 1, 1],
    ['A bomb killed two men overnight.', '2022-01-05', '2022-01-06', 2, 2],
    ['A bomb killed two men overnight Monday.', '2022-01-03', '2022-01-03', 1, 1],
    ['Bombs have killed two men since Monday.', '2022-01-03', '2022-01-06', 2, 2],
    ['Bombs had killed two men by then, until Monday.', null, '2022-01-03', null, null],
  ])('%j', (sentence, start, end, timePrecision, datePrecision) => {
    expect(when(sentence)).toMatchObject({ start, end, timePrecision, datePrecision });
  });

  it('is on or before publication where none is given', () => {
    expect(when('A bomb killed two men.')).toEqual({
      start: null,
      end: '2022-01-06',
      timePrecision: null,
      datePrecision: null,
      words: null,
      claims: [],
    });
  });

  it('is not the day of the report', () => {
    expect(when('Police said Thursday that a bomb killed two men.').start).toBeNull();
  });
});
