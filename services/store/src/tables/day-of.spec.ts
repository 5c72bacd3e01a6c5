import { describe, expect, it } from '@jest/globals';
import { dayOf } from './day-of.js';

describe('the day of a time', () => {
  it.each([
    ['2022-01-06', '2022-01-06'],
    ['2022-01-06T18:00:00Z', '2022-01-06'],
    ['2022-02-30', null],
    ['0000-01-01', null],
    ['2022-1-6', null],
    ['2022-01-061', null],
    ['2022', null],
    ['yesterday', null],
    [null, null],
  ])('%j is %j', (text, day) => expect(dayOf(text)).toBe(day));
});
