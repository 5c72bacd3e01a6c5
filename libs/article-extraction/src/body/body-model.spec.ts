import { describe, expect, it } from '@jest/globals';
import { FEATURE_NAMES } from '../blocks/features.js';
import { factsOf } from '../testing/facts-of.js';
import { BodyModel, loadBodyModel } from './body-model.js';

const prose = 'The price of bread rose again on Monday, the ministry of trade said in a statement.';
/** Of one tree: longer than 50 code units or not. */
const file = {
  features: FEATURE_NAMES,
  threshold: 0.5,
  forest: {
    bias: 0,
    roots: [0],
    feature: [FEATURE_NAMES.indexOf('length'), -1, -1],
    threshold: [50, -2, 2],
    left: [1, -1, -1],
  },
};

describe('the model of the body', () => {
  it('judges each block that may be the article’s, and no other', () => {
    const model = new BodyModel(file);
    const facts = factsOf(`<nav><p>Home</nav><div><p>By Ann<p>${prose}<p>${prose}</div>`);
    const rounded = [...model.probabilities(facts)].map((each) => Number(each.toFixed(2)));
    expect(rounded).toEqual([0, 0.12, 0.88, 0.88]);
  });

  it.each([
    ['fewer', FEATURE_NAMES.slice(1)],
    ['more', [...FEATURE_NAMES, 'other']],
    ['the same in another order', [...FEATURE_NAMES].reverse()],
  ])('is refused where it was trained on %s features', (_what, features) =>
    expect(() => new BodyModel({ ...file, features })).toThrow(/train it again/),
  );

  it('is shipped for the features that there are', () => {
    const facts = factsOf(`<article><h1>Bread</h1><p>${prose}<p>${prose}</article>`);
    const probabilities = [...loadBodyModel().probabilities(facts)];
    expect(probabilities.every((each) => each > 0 && each < 1)).toBe(true);
  });
});
