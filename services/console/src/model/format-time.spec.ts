import { describe, expect, it } from '@jest/globals';
import { ago, day, duration, span } from './format-time.js';

describe('a day', () => {
  it.each([
    ['2022-01-06', '6 Jan 2022'],
    ['2022-01-06T18:05', '6 Jan 2022, 18:05'],
    ['2022-01-06T18:05:00+06:00', '6 Jan 2022, 12:05'],
    ['last week', 'last week'],
  ])('%s is %s', (iso, expected) => expect(day(iso)).toBe(expected));
});

describe('when it happened', () => {
  it.each([
    ['2022-01-03', '2022-01-06', '3 Jan 2022 – 6 Jan 2022'],
    ['2022-01-06', '2022-01-06', '6 Jan 2022'],
    ['2022-01-06', null, '6 Jan 2022'],
    [null, '2022-01-06', 'on or before 6 Jan 2022'],
    [null, null, 'date unknown'],
  ])('from %s to %s is “%s”', (start, end, expected) =>
    expect(span({ start, end })).toBe(expected),
  );
});

describe('how long ago', () => {
  const now = Date.parse('2022-01-06T12:00:00Z');
  it.each([
    ['2022-01-06T11:59:59.500Z', 'now'],
    ['2022-01-06T13:00:00Z', 'now'],
    ['2022-01-06T11:59:18Z', '42 s ago'],
    ['2022-01-06T11:57:00Z', '3 min ago'],
    ['2022-01-06T07:00:00Z', '5 h ago'],
    ['2022-01-01T07:00:00Z', '5 d ago'],
  ])('%s is %s', (iso, expected) => expect(ago(iso, now)).toBe(expected));
});

describe('how long it took', () => {
  it.each([
    [84, '84 ms'],
    [2_440, '2.4 s'],
    [186_000, '3.1 min'],
    [18_000_000, '5.0 h'],
  ])('%d ms is %s', (ms, expected) => expect(duration(ms)).toBe(expected));
});
