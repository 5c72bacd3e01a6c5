import { describe, expect, it } from '@jest/globals';
import { struckVerdict } from './fault-result.js';

describe('a fault', () => {
  it('that struck, and under which all held, is sound', () =>
    expect(struckVerdict({ counts: { kills: 2, redeliveries: 1 } }).passed).toBe(true));

  it('that struck nothing proves nothing', () => {
    expect(struckVerdict({ counts: { kills: 2, 'of them under work': 0 } }).examples).toEqual([
      'of them under work: none',
    ]);
    expect(struckVerdict({ counts: { kills: Number.NaN } }).passed).toBe(false);
    expect(struckVerdict({ counts: {} }).examples).toEqual(['nothing was counted']);
  });

  it('under which something did not hold is broken', () =>
    expect(struckVerdict({ counts: { kills: 1 }, violations: ['it grew'] }).examples).toEqual([
      'it grew',
    ]));
});
