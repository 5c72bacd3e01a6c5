import { describe, expect, it } from '@jest/globals';
import { quantile, quantiles } from './quantile.js';

describe('a quantile', () => {
  it('is a value that so many do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(quantile(values, 0.5)).toBe(50);
    expect(quantile(values, 0.95)).toBe(95);
    expect(quantile(values, 1)).toBe(100);
    expect(quantile(values, 0)).toBe(1);
  });

  it('of one value is that value, of none there is none', () => {
    expect(quantile([3], 0.95)).toBe(3);
    expect(quantile([], 0.95)).toBeNaN();
  });
});

describe('the quantiles of a measure', () => {
  it('are the middle, the tail and the end', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(quantiles(values)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 });
  });
});
