import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { findTimes } from './find-times.js';

/** Published on Thursday 6 January 2022. */
const read = (text: string): string[] =>
  findTimes(tokenize(text), '2022-01-06').map((t) => `${t.start}..${t.end} ${t.unit}`);

describe('times of a sentence of news', () => {
  it.each([
    ['on Wednesday night', '2022-01-05..2022-01-05 day'],
    ['on Thursday', '2022-01-06..2022-01-06 day'],
    ['last Thursday', '2021-12-30..2021-12-30 day'],
    ['on Friday', '2021-12-31..2021-12-31 day'],
    ['next Friday', '2022-01-07..2022-01-07 day'],
    ['last night', '2022-01-05..2022-01-05 day'],
    ['three days ago', '2022-01-03..2022-01-03 day'],
    ['nine years ago today', '2013-01-06..2013-01-06 day'],
    ['a week ago yesterday', '2021-12-29..2021-12-29 day'],
    ['this week', '2022-01-03..2022-01-06 week'],
    ['last week', '2021-12-27..2022-01-02 week'],
    ['last month', '2021-12-01..2021-12-31 month'],
    ['last year', '2021-01-01..2021-12-31 year'],
    ['between Monday and Wednesday', '2022-01-03..2022-01-05 week'],
    ['in 1985', '1985-01-01..1985-12-31 year'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['arrested on Thursday, March 29, 2018, in Springfield', ['2018-03-29']],
    ['arrested on Thursday, March 29', []],
    ['arrested last week', []],
    ['arrested on Monday in 2018', []],
  ])('of an unknown day of publication %j has %j', (text, expected) => {
    expect(findTimes(tokenize(text), null).map(({ start }) => start)).toEqual(expected);
  });

  it('are a weekend that is over, on the days after it', () => {
    const days = (text: string, published: string) =>
      findTimes(tokenize(text), published).map(({ start }) => start);
    expect(days('shot over the weekend', '2022-01-04')).toEqual(['2022-01-01']);
    expect(days('expected next weekend', '2022-01-04')).toEqual(['2022-01-15']);
    expect(days('expected this weekend', '2022-01-07')).toEqual(['2022-01-08']);
  });

  it('are the day that a midnight is named by', () => {
    const days = (text: string) =>
      findTimes(tokenize(text), '2022-01-06').map(({ start, end, clock }) => [start, end, clock]);
    for (const text of ['shortly before midnight Monday', 'just after midnight on Monday'])
      expect(days(text)).toEqual([['2022-01-03', '2022-01-03', null]]);
  });

  it('go back so many hours from the day of writing', () => {
    const days = (text: string) =>
      findTimes(tokenize(text), '2022-01-06').map(({ start, end }) => [start, end]);
    expect(days('killed in the last few hours')).toEqual([['2022-01-05', '2022-01-06']]);
    expect(days('arrested over the past 48 hours')).toEqual([['2022-01-04', '2022-01-06']]);
    expect(days('drove for the last 300 hours')).toEqual([]);
  });

  it('count from the day that was told last', () => {
    const [told] = findTimes(tokenize('shot on New Year’s Eve'), '2022-01-06');
    const after = (text: string) =>
      findTimes(tokenize(text), '2022-01-06', told).map(({ start }) => start);
    expect(after('arrested the following day')).toEqual(['2022-01-01']);
    expect(after('died two days later')).toEqual(['2022-01-02']);
    expect(after('died on Monday')).toEqual(['2022-01-03']);
  });

  it('are behind "following", which tells which day only behind an article', () => {
    const days = (text: string) =>
      findTimes(tokenize(text), '2022-01-06').map(({ start }) => start);
    expect(days('Man critical following Monday night shooting')).toEqual(['2022-01-03']);
    expect(days('Men were held the following Monday')).toEqual(['2022-01-10']);
  });

  it('of a clock are not of a day that something else is counted from', () => {
    const times = (text: string) =>
      findTimes(tokenize(text), '2022-01-06').map(({ start, clock }) => [start, clock]);
    const counted =
      'He was killed at 8:15 a.m. near his home, 3 days after taking office on Monday';
    expect(times(counted)).toEqual([['2022-01-03', null]]);
    expect(times('He was killed at 8:15 a.m. near his home on Monday')).toContainEqual([
      '2022-01-03',
      '08:15',
    ]);
  });

  it('say which tokens they cover, and more where the text tells more', () => {
    const [time] = findTimes(tokenize('Shot at about 10:35 p.m. Monday'), '2022-01-06');
    expect(time).toMatchObject({
      from: 3,
      to: 6,
      type: 'TIME',
      value: '2022-01-03T22:35',
      clock: '22:35',
      approximate: true,
      bound: null,
    });
    expect(findTimes(tokenize('since Monday night'), '2022-01-06')[0]).toMatchObject({
      bound: 'since',
      part: 'night',
      clock: null,
    });
  });

  it.each(['for three days', 'at 10 p.m.', 'every Monday', 'recently', 'five men'])(
    'are none where no day is told: %j',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it.each(['a few minutes ago', 'two hours ago'])('are the day of writing: %j', (text) => {
    expect(read(text)).toEqual(['2022-01-06..2022-01-06 day']);
  });

  it('need a day of publication', () => {
    expect(findTimes(tokenize('yesterday'), null)).toEqual([]);
    expect(findTimes(tokenize('yesterday'), 'unknown')).toEqual([]);
  });
});
