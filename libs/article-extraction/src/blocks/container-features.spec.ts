import { describe, expect, it } from '@jest/globals';
import { contextOf, valuesOf } from '../testing/facts-of.js';
import {
  containerFeatures,
  likeFeatures,
  mainFeatures,
  sizeFeatures,
} from './container-features.js';

const prose = 'The price of bread rose again on Monday, the ministry of trade said in a statement.';
const html =
  `<div id=page><div id=story><p>here</p><p>${prose}</p><p>${prose}</p><p>${prose}</p></div>` +
  `<div class=comments><p>there ${prose}</p><img></div><ul><li><a>beside</a></ul></div>`;
const context = contextOf(html);

describe('the features of what is around a block', () => {
  it('are its share of the page’s prose, and how much of its text is prose', () => {
    const values = valuesOf(containerFeatures, context, 'here');
    const total = 4 * prose.length + 6;
    expect(values['proseOfContainer']).toBeCloseTo((3 * prose.length) / total);
    expect(values['proseInContainer']).toBeCloseTo((3 * prose.length) / total);
    expect(values['proseInParent']).toBe(1);
    expect(values['proseDensityOfContainer']).toBeCloseTo(
      (3 * prose.length) / (3 * prose.length + 4),
    );
  });

  it('are defined at the top of the tree', () => {
    const values = valuesOf(containerFeatures, contextOf('here'), 'here');
    expect(Object.values(values).every(Number.isFinite)).toBe(true);
  });
});

describe('the features of blocks alike', () => {
  it('are those of all of a kind', () => {
    const values = valuesOf(likeFeatures, contextOf('<ul><li>here<li><a>there</a></ul>'), 'here');
    expect(values).toEqual({ likeBlocks: 2, likeProse: 0, likeLinks: 0.5 });
  });
});

describe('the features of size', () => {
  it('are how many blocks and images stand with it', () => {
    expect(valuesOf(sizeFeatures, context, 'there')).toEqual({
      imagesInContainer: 1,
      imagesInParent: 1,
      blocksInContainer: 1,
      blocksInParent: 6,
      siblingsLength: 0,
    });
  });
});

describe('the features of the main part', () => {
  it('of a block in it', () => {
    const values = valuesOf(mainFeatures, context, 'here');
    expect(values).toMatchObject({
      inMain: 1,
      belowMain: 1,
      aboveMain: 0,
      fromFirst: -1,
      fromLast: -3,
      isClean: 0,
      branchClean: 0,
      containerClean: 1,
    });
  });

  it('of a block beside it', () => {
    const values = valuesOf(mainFeatures, context, 'beside');
    expect(values).toMatchObject({
      inMain: 0,
      belowMain: -1,
      aboveMain: 1,
      fromLast: 2,
      branchClean: -1,
      branchText: -1,
      containerClean: 0,
    });
    expect(valuesOf(mainFeatures, context, 'there')['isClean']).toBe(0);
  });

  it('of a page without prose', () => {
    expect(valuesOf(mainFeatures, contextOf('<p>here'), 'here')).toMatchObject({
      fromFirst: 99,
      fromLast: 99,
    });
  });
});
