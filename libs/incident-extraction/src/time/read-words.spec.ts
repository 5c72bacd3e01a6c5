import { describe, expect, it } from '@jest/globals';
import { intervalsOf, valuesOf } from '../testing/times.js';

describe('words for days and parts of days', () => {
  it.each([
    ['today', 'today = 2022-01-06'],
    ['yesterday', 'yesterday = 2022-01-05'],
    ['tonight', 'tonight = 2022-01-06TNI'],
    ['last night', 'last night = 2022-01-05TNI'],
    ['this morning', 'this morning = 2022-01-06TMO'],
    ['overnight', 'overnight = 2022-01-05TNI'],
    ['Wednesday evening', 'Wednesday evening = 2022-01-05TEV'],
    ['the early hours of Sunday', 'the early hours of Sunday = 2022-01-02TMO'],
    ['the night of Jan. 2', 'the night of Jan. 2 = 2022-01-02TNI'],
    ['late this afternoon', 'late this afternoon = 2022-01-06TAF'],
    ['now', 'now = PRESENT_REF'],
    ['recently', 'recently = PAST_REF'],
    ['He is at the moment', 'at the moment = PRESENT_REF'],
    ['not open at this time.', 'at this time = PRESENT_REF'],
    ['none to date', 'to date = PRESENT_REF'],
    ['late tonight', 'late tonight = 2022-01-06TNI'],
    ['in the future', 'the future = FUTURE_REF'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });
});

describe('stretches of a period', () => {
  it.each([
    ['earlier this week', '2022-01-03/2022-01-06'],
    ['later this month', '2022-01-06/2022-02-01'],
    ['rest of the week', '2022-01-06/2022-01-10'],
    ['year to date', '2022-01-01/2022-01-06'],
    ['MTD', '2022-01-01/2022-01-06'],
    ['the rest of the decade', '2022-01-06/2030-01-01'],
    ['early 2019', '2019-01-01/2019-07-01'],
    ['the end of 1989', '1989-09-01/1990-01-01'],
    ['mid-November', '2021-11-09/2021-11-24'],
    ['early Sunday', '2022-01-02/2022-01-03'],
  ])('%j: %s', (text, expected) => {
    expect(intervalsOf(text)).toEqual([expected]);
  });
});
