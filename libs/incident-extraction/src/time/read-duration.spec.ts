import { describe, expect, it } from '@jest/globals';
import { intervalsOf, valuesOf } from '../testing/times.js';
import { readTimes } from './read-times.js';

describe('durations', () => {
  it.each([
    ['for three days', 'three days = P3D'],
    ['a two-week truce', 'two-week = P2W'],
    ['a 16-hour siege', '16-hour = PT16H'],
    ['two and a half years', 'two and a half years = P2.5Y'],
    ['an hour and a half', 'an hour and a half = PT1H30M'],
    ['2 years 1 month', '2 years 1 month = P2Y1M'],
    ['several years', 'several years = PXY'],
    ['for decades', 'decades = PXE'],
    ['the lowest in six years', 'in six years = P6Y'],
    ['the past two months', 'the past two months = P2M'],
    ['the first nine months', 'the first nine months = P9M'],
    ['the last 24 hours', 'the last 24 hours = PT24H'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });

  it.each(['a 25-year-old man', 'he is two years old', 'aged 3 years', 'three-quarters of it'])(
    'are none in %j',
    (text) => {
      expect(valuesOf(text)).toEqual([]);
    },
  );
});

describe('how long ago', () => {
  it.each([
    ['three days ago', 'three days ago = 2022-01-03'],
    ['two weeks ago', 'two weeks ago = 2021-W51'],
    ['a month ago', 'a month ago = 2021-12'],
    ['five years ago', 'five years ago = 2017'],
    ['several years ago', 'several years ago = PAST_REF'],
    ['two days after Christmas', 'two days after Christmas = 2021-12-27'],
    ['the day before yesterday', 'the day before yesterday = 2022-01-04'],
    ['It will open in six weeks.', 'in six weeks = 2022-W07'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });

  it('counts "later" from what was told, and "before" an event not at all', () => {
    expect(valuesOf('He was shot on Monday and died two days later.')).toContain(
      'two days later = 2022-01-05',
    );
    expect(valuesOf('They met ten days before the murder.')).toEqual(['ten days = P10D']);
  });

  it('is a stretch where the number is vague', () => {
    expect(intervalsOf('a few days ago')).toEqual(['2021-12-30/2022-01-05']);
  });

  it('is no time beyond the calendar', () => {
    expect(valuesOf('500000 years ago')).toEqual([]);
  });

  it.each([
    ['the past two weeks', '2021-12-23/2022-01-06'],
    ['the next three days', '2022-01-07/2022-01-10'],
    ['within nine months', '2022-01-06/2022-10-06'],
    ['for 2 hours from 2pm', '1970-01-01T14:00:00/1970-01-01T16:00:00'],
  ])('spans %j', (text, expected) => {
    expect(intervalsOf(text)).toEqual([expected]);
  });
});

describe('times told from other times', () => {
  const days = (text: string): string[] =>
    readTimes(text, '2022-01-06', { direction: 'future', plain: true }).map(
      ({ bound, exact, interval }) =>
        `${bound ?? ''} ${(exact ?? interval.start ?? '').slice(0, 10)}`.trim(),
    );

  it.each([
    ['two Sundays from now', '2022-01-16'],
    ['two Fridays ago', '2021-12-24'],
    ['the day after Christmas 2021', '2021-12-26'],
    ['the week before 20 May 2022', '2022-05-13'],
    ['Monday two weeks from now', '2022-01-17'],
    ['in 3 days on Friday', '2022-01-07'],
    ['two months from today on Tuesday', '2022-03-08'],
    ['in two years since 2011', '2013-01-01'],
    ['more than 2 weeks after today', 'since 2022-01-20'],
    ['more than 3 days ago', 'until 2022-01-03'],
    ['less than 2 weeks from today', '2022-01-06'],
    ['within 2 weeks from tomorrow', '2022-01-07'],
    ['the last 2 quarters', '2021-07-01'],
    ['the next two decades', '2030-01-01'],
  ])('%j: %s', (text, expected) => {
    expect(days(text)).toEqual([expected]);
  });

  it('do not swallow the next one', () => {
    expect(days('for the last 3 months and 2 days ago')).toEqual(['2021-10-06', '2022-01-04']);
  });
});
