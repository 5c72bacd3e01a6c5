import { describe, expect, it } from '@jest/globals';
import { valuesOf } from '../testing/times.js';

describe('times of the clock', () => {
  it.each([
    ['at 10:35 a.m.', '10:35 a.m. = T10:35'],
    ['at 3pm', '3pm = T15:00'],
    ['at 8.30pm', '8.30pm = T20:30'],
    ['at 7:56:30 pm', '7:56:30 pm = T19:56:30'],
    ['at 10:35pm', '10:35pm = T22:35'],
    ['at 12 a.m.', '12 a.m. = T00:00'],
    ['at noon', 'noon = T12:00'],
    ['at seven p.m.', 'seven p.m. = T19:00'],
    ["at 7 o'clock", "7 o'clock = T07:00"],
    ['at 9:00a.', '9:00a = T09:00'],
    ['at 7ampm', '7ampm = T07:00'],
    ['at half past seven o’clock', 'half past seven o’clock = T07:30'],
    ['eight in the morning', 'eight in the morning = T08:00'],
    ['half past eight', 'half past eight = T08:30'],
    ['a quarter to six', 'a quarter to six = T05:45'],
    ['ten past 9 in the evening', 'ten past 9 in the evening = T21:10'],
    ['7 in the morning', '7 in the morning = T07:00'],
    ['at 14:58 UTC', '14:58 UTC = T14:58Z'],
    ['at 0200 GMT', '0200 GMT = T02:00Z'],
    ['at 1430 local time', '1430 local time = T14:30'],
    ['in the afternoon at 7', 'in the afternoon at 7 = T19:00'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });

  it.each(['won 3-1', 'a .45 pistol', 'a score of 25:70', 'at 7 Elm Street'])(
    'are none in %j',
    (text) => {
      expect(valuesOf(text)).toEqual([]);
    },
  );

  it.each([
    ['Friday at about 10:35 a.m.', '2021-12-31T10:35'],
    ['10 p.m. Saturday', '2022-01-01T22:00'],
    ['at 9 a.m. EST Tuesday', '2022-01-04T09:00'],
    ['at 10:35 a.m. (0735 GMT) Monday', '2022-01-03T10:35'],
    ['at seven thirty on Tuesday', '2022-01-04T07:30'],
    ['Monday at six forty-three minutes', '2022-01-03T06:43'],
    ['last night at 10:30', '2022-01-05T22:30'],
    ['at 10:30 last night', '2022-01-05T22:30'],
    ["around 8 o'clock Monday night", '2022-01-03T20:00'],
    ['at 7:15 on Sunday morning', '2022-01-02T07:15'],
    ['On Sunday he was shot at 7:15 p.m.', '2022-01-02T19:15'],
    ['Shot at 7:15 p.m., he died Monday.', '2022-01-03T19:15'],
  ])('belong to a day: %j', (text, expected) => {
    expect(valuesOf(text).map((each) => each.split(' = ')[1])).toContain(expected);
  });
});
