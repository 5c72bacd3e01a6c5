import { describe, expect, it } from '@jest/globals';
import { checkFaultsAtWork } from './faults-at-work.js';

const atWork = { killsAsked: 20, kills: 20, killsUnderWork: 20, redeliveries: 3, rebalances: 15 };
const examples = (changes: Partial<typeof atWork>) =>
  checkFaultsAtWork({ ...atWork, ...changes }).examples;

it('faults that struck are sound', () => expect(checkFaultsAtWork(atWork).passed).toBe(true));

it('a kill that found nothing is made good by another', () =>
  expect(examples({ kills: 23 })).toEqual([]));

it('either redeliveries or rebalances show that they struck', () => {
  expect(examples({ redeliveries: 0 })).toEqual([]);
  expect(examples({ rebalances: 0 })).toEqual([]);
});

describe('a test that proves nothing is found out:', () => {
  it('too few kills', () =>
    expect(examples({ kills: 19, killsUnderWork: 19 })).toContain('19 of 20 kills were made'));

  it('kills of idle services', () =>
    expect(examples({ killsUnderWork: 18 })).toEqual([
      'only 18 of 20 kills found articles on their way',
    ]));

  it('kills without any consequence', () =>
    expect(examples({ redeliveries: 0, rebalances: 0 })).toEqual([
      'nothing was redelivered or rebalanced',
    ]));
});
