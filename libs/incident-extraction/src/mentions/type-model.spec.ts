import { describe, expect, it } from '@jest/globals';
import { ACLED_SUB_EVENTS } from '@tocsin/contracts';
import { outcomeProbabilities, typeModel } from './type-model.js';

const small = {
  manifest: {},
  outcomes: ['Attack', 'Grenade'] as const,
  weights: { bias: [0, 20], grenade: [1, 300], knife: [0, 100, 1, -100] },
};

describe('the model of types', () => {
  it('adds up what speaks for each outcome', () => {
    const probabilities = outcomeProbabilities(['grenade', 'unheard of'], small);
    const odds = Math.exp(0.2 - 3);
    expect(probabilities.get('Attack')).toBeCloseTo(odds / (1 + odds));
    expect(probabilities.get('Grenade')).toBeCloseTo(1 / (1 + odds));
  });

  it('takes what speaks against one, too', () => {
    expect(outcomeProbabilities(['knife'], small).get('Attack')).toBeGreaterThan(0.85);
  });

  it('ships with every sub-event, and says how it was fitted', () => {
    expect(typeModel.outcomes).toEqual(expect.arrayContaining(Object.keys(ACLED_SUB_EVENTS)));
    expect(typeModel.manifest).toMatchObject({ seed: 21, folds: 10 });
  });

  it('knows words of the lexicons, no names', () => {
    const words = Object.keys(typeModel.weights);
    expect(
      words.every((word) => word === word.toLowerCase() || /^(?:rule|first) /.test(word)),
    ).toBe(true);
  });
});
