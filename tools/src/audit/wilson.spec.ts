import { describe, expect, it } from '@jest/globals';
import { wilson } from './wilson.js';

describe('the interval of a share', () => {
  // Published examples: R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is %d to %d', (hits, n, low, high) => {
    const interval = wilson(hits, n);
    expect(interval.share).toBe(hits / n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('is the same from the other side', () => {
    const [few, many] = [wilson(3, 40), wilson(37, 40)];
    expect(many.low).toBeCloseTo(1 - few.high, 12);
    expect(wilson(20, 20).high).toBe(1);
  });

  it('is no number where nothing was judged', () => {
    expect(wilson(0, 0).share).toBeNaN();
  });
});
