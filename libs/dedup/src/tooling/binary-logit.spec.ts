import { describe, expect, it } from '@jest/globals';
import { fitLogit } from './binary-logit.js';

/** `yes` of `of` observations with these features. */
const some = (features: number[], yes: number, of: number) =>
  Array.from({ length: of }, (_, i) => ({ features, yes: i < yes }));

describe('a logistic regression', () => {
  it('finds the log-odds that the counts have', () => {
    const [weight = 0, bias = 0] = fitLogit([...some([1], 30, 40), ...some([0], 10, 40)], 0);
    expect(bias).toBeCloseTo(Math.log(10 / 30), 3);
    expect(bias + weight).toBeCloseTo(Math.log(30 / 10), 3);
  });

  it('stays finite where a feature decides, and the smaller the larger the ridge', () => {
    const sure = [...some([1], 10, 10), ...some([0], 0, 10)];
    const [loose = 0] = fitLogit(sure, 0.1);
    const [tight = 0] = fitLogit(sure, 10);
    expect(Number.isFinite(loose)).toBe(true);
    expect(tight).toBeLessThan(loose);
    expect(tight).toBeGreaterThan(0);
  });

  it('finds its end where whole steps of Newton’s method lead ever farther away', () => {
    // What the second feature must make good, once the first is held so low, is far from where it was fitted.
    const both = [...some([1, 0], 2, 40), ...some([0, 1], 20, 40)];
    const others = [...some([0, 0], 10, 400), ...some([1, 1], 40, 40)];
    const [held, beside, bias] = fitLogit([...both, ...others], 0.01, [-8]);
    expect(held).toBeCloseTo(-8);
    expect(beside).toBeCloseTo(11.46, 1);
    expect(bias).toBeCloseTo(-3.47, 1);
  });

  it('holds a weight at its most, and fits the others to that', () => {
    const both = [...some([1, 1], 30, 40), ...some([0, 1], 20, 40), ...some([0, 0], 10, 40)];
    const [free = 0, other = 0, bias = 0] = fitLogit(both, 0);
    const [held = 0, beside = 0, under = 0] = fitLogit(both, 0, [free - 1]);
    expect(held).toBe(free - 1);
    expect(beside).toBeGreaterThan(other);
    expect(under).toBeCloseTo(bias, 3);
    for (const [at, weight] of fitLogit(both, 0, [free + 1]).entries())
      expect(weight).toBeCloseTo([free, other, bias][at] ?? 0, 3);
  });
});
