import { describe, expect, it } from '@jest/globals';
import { timeAfter, timeBefore } from './time-of-day.js';

describe('the time beside a date', () => {
  it.each([
    ['T10:15:30+01:00', 'T10:15:30+01:00'],
    [' at 4:05 PM EST', 'T16:05:00-05:00'],
    [', 12:05 a.m.', 'T00:05:00'],
    [' um 18.05 Uhr', 'T18:05:00'],
    [' à 08h30', 'T08:30:00'],
    [' 10:15 GMT+0200', 'T10:15:00+02:00'],
    [' - 10:15 (UTC)', 'T10:15:00Z'],
    [' 22:11 GMT+10', 'T22:11:00+10:00'],
    [' 5 pm', 'T17:00:00'],
    [' 25:15', ''],
    [' 13:05 PM', ''],
    [' 12.11.2019', ''],
    ['', ''],
  ])('follows it: %j is %j', (text, time) => expect(timeAfter(text)).toBe(time));

  it.each([
    ['10:15, ', 'T10:15:00'],
    ['4:05 PM EST, Fri ', 'T16:05:00-05:00'],
    ['Bread ', ''],
  ])('goes before it: %j is %j', (text, time) => expect(timeBefore(text)).toBe(time));
});
