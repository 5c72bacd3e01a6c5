import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { findTimes } from './time.js';

/** Published on Thursday 6 January 2022. */
const read = (text: string): string[] =>
  findTimes(tokenize(text), '2022-01-06').map((t) => `${t.start}..${t.end} ${t.unit}`);

describe('times', () => {
  it.each([
    ['on Wednesday night', '2022-01-05..2022-01-05 day'],
    ['on Thursday', '2022-01-06..2022-01-06 day'],
    ['last Thursday', '2021-12-30..2021-12-30 day'],
    ['on Friday', '2021-12-31..2021-12-31 day'],
    ['yesterday', '2022-01-05..2022-01-05 day'],
    ['last night', '2022-01-05..2022-01-05 day'],
    ['this morning', '2022-01-06..2022-01-06 day'],
    ['three days ago', '2022-01-03..2022-01-03 day'],
    ['this week', '2022-01-03..2022-01-06 week'],
    ['last week', '2021-12-27..2022-01-02 week'],
    ['last month', '2021-12-01..2021-12-31 month'],
    ['last year', '2021-01-01..2021-12-31 year'],
    ['on January 5', '2022-01-05..2022-01-05 day'],
    ['on Jan. 5', '2022-01-05..2022-01-05 day'],
    ['on Dec. 30', '2021-12-30..2021-12-30 day'],
    ['on 30 December', '2021-12-30..2021-12-30 day'],
    ['3 JAN 90', '1990-01-03..1990-01-03 day'],
    ['Friday, Feb. 28, 2014', '2014-02-28..2014-02-28 day'],
    ['on 1/29/2014', '2014-01-29..2014-01-29 day'],
    ['in March 2010', '2010-03-01..2010-03-31 month'],
    ['in 1985', '1985-01-01..1985-12-31 year'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each(['he may come', 'the march went on', 'five men', 'next Friday'])(
    'are none in %j',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it('need a day of publication', () => {
    expect(findTimes(tokenize('yesterday'), null)).toEqual([]);
  });
});
