import { describe, expect, it } from '@jest/globals';
import { valuesOf } from '../testing/times.js';

describe('frequencies', () => {
  it.each([
    ['they meet weekly', 'weekly = P1W'],
    ['every day', 'every day = P1D'],
    ['every weekday', 'every weekday = P1D'],
    ['6am everyday', '6am everyday = P1D'],
    ['first Monday of every month', 'first Monday of every month = P1M'],
    ['he works weekends.', 'weekends = XXXX-WXX-WE'],
    ['every other day', 'every other day = P2D'],
    ['every two weeks', 'every two weeks = P2W'],
    ['each July', 'each July = XXXX-07'],
    ['every Tuesday at 5pm', 'every Tuesday at 5pm = XXXX-WXX-2'],
    ['once a week', 'once a week = P1W'],
    ['three times a day', 'three times a day = P1D'],
    ['Friday mornings', 'Friday mornings = XXXX-WXX-5'],
    ['on Mondays', 'Mondays = XXXX-WXX-1'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });

  it('are none where a kind of thing is named', () => {
    expect(valuesOf('a weekly paper')).toEqual([]);
  });
});
