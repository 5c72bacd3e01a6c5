import { describe, expect, it } from '@jest/globals';
import { atLeast, atMost, expectationText } from './expectation.js';

describe('what is wanted of a figure', () => {
  it('is met at the bound itself', () => {
    expect([atLeast(2, 'x', 2).met, atMost(2, 'x', 2).met]).toEqual([true, true]);
  });

  it('is not met beyond it, or by no number', () => {
    expect([atLeast(2, 'x', 1.9).met, atMost(2, 'x', 2.1).met]).toEqual([false, false]);
    expect([atLeast(2, 'x', NaN).met, atMost(2, 'x', NaN).met]).toEqual([false, false]);
  });

  it('is said in one line', () => {
    expect(expectationText(atLeast(2, 'pages', 3))).toBe('pages: 3.00 (wanted: ≥ 2; met)');
    expect(expectationText(atMost(2, 'ms', 3))).toBe('ms: 3.00 (wanted: ≤ 2; not met)');
  });
});
