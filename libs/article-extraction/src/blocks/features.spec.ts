import { describe, expect, it } from '@jest/globals';
import { factsOf } from '../testing/facts-of.js';
import { candidates, FEATURE_NAMES, FEATURES } from './features.js';

const prose = 'The price of bread rose again on Monday, the ministry of trade said in a statement.';
const html =
  `<nav><p>Home</p><p>One two three four five six seven eight.</p></nav>` +
  `<div><p>By Ann</p><p>${prose}</p><p>${prose}</p></div>`;

describe('the features', () => {
  it('have names of their own', () => {
    expect(new Set(FEATURE_NAMES).size).toBe(FEATURES);
  });
});

describe('the blocks that may be the article’s', () => {
  const facts = factsOf(html);
  const { numbers, rows } = candidates(facts);

  it('are all of the main part, and the longer ones outside it', () => {
    expect(numbers.map((at) => facts.blocks[at]?.text.slice(0, 7))).toEqual([
      'One two',
      'By Ann',
      'The pri',
      'The pri',
    ]);
  });

  it('have a number for each feature', () => {
    expect(rows).toHaveLength(numbers.length * FEATURES);
    expect(rows.every(Number.isFinite)).toBe(true);
    const [length, isParagraph] = ['length', 'isParagraph'].map((name) =>
      FEATURE_NAMES.indexOf(name),
    );
    const valuesOf = (row: number) =>
      [length, isParagraph].map((at) => rows[row * FEATURES + (at ?? -1)]);
    expect(valuesOf(1)).toEqual([6, 1]);
    expect(valuesOf(2)).toEqual([prose.length, 1]);
  });

  it('are none on an empty page', () => {
    expect(candidates(factsOf('')).numbers).toEqual([]);
  });
});
