import { describe, expect, it } from '@jest/globals';
import { fitSoftmax, softmax } from './softmax.js';

const options = { features: 3, classes: 2, penalty: 0.001, epochs: 100 };
/** Feature 0 is always there, 1 marks class 0 and 2 class 1. */
const examples = [
  { features: [0, 1], label: 0 },
  { features: [0, 2], label: 1 },
  { features: [0, 1], label: 0 },
];

describe('multinomial logistic regression', () => {
  it('learns which feature marks which class', () => {
    const weights = fitSoftmax(examples, options);
    expect(softmax([0, 1], weights, 2)[0]).toBeGreaterThan(0.9);
    expect(softmax([0, 2], weights, 2)[1]).toBeGreaterThan(0.8);
  });

  it('gives probabilities, even without features', () => {
    expect([...softmax([], new Float64Array(6), 2)]).toEqual([0.5, 0.5]);
  });

  it('is the same each time', () => {
    expect(fitSoftmax(examples, options)).toEqual(fitSoftmax(examples, options));
  });

  it('takes a feature of one class for a sign of its kind', () => {
    const three = [...examples, { features: [0], label: 2 }];
    const chance = (kinds: number[]) =>
      softmax([0, 1], fitSoftmax(three, { ...options, penalty: 0.1, classes: 3, kinds }), 3)[2]!;
    expect(chance([0, 1, 0])).toBeGreaterThan(chance([0, 1, 2]));
    expect(chance([0, 1, 0])).toBeGreaterThan(chance([0, 1, 1]));
  });

  it('stays nearer to zero under a stronger penalty', () => {
    const size = (penalty: number): number =>
      fitSoftmax(examples, { ...options, penalty }).reduce((sum, w) => sum + Math.abs(w), 0);
    expect(size(1)).toBeLessThan(size(0.001));
  });
});
