import { describe, expect, it } from '@jest/globals';
import { checkFaultsAtWork } from './faults-at-work.js';

const atWork = { killsAsked: 20, kills: 20, killsUnderWork: 20, redeliveries: 3, rebalances: 15 };
const examples = (changes: Partial<typeof atWork>) =>
  checkFaultsAtWork({ ...atWork, ...changes }).examples;

it('faults that struck are sound', () => expect(checkFaultsAtWork(atWork).passed).toBe(true));

it('either redeliveries or rebalances show that they struck', () => {
  expect(examples({ redeliveries: 0 })).toEqual([]);
  expect(examples({ rebalances: 0 })).toEqual([]);
});

describe('a test that proves nothing is found out:', () => {
  it('too few kills', () =>
    expect(examples({ kills: 19, killsUnderWork: 19 })).toEqual(['19 of 20 kills were made']));

  it('kills of idle services', () =>
    expect(examples({ killsUnderWork: 18 })).toEqual(['2 kills found nothing on its way']));

  it('kills without any consequence', () =>
    expect(examples({ redeliveries: 0, rebalances: 0 })).toEqual([
      'nothing was redelivered or rebalanced',
    ]));
});
