import { describe, expect, it } from '@jest/globals';
import { contextOf, valuesOf } from '../testing/facts-of.js';
import { FAR } from './marks.js';
import {
  elementFeatures,
  markFeatures,
  neighbourFeatures,
  placeFeatures,
} from './place-features.js';

const prose = 'The price of bread rose again on Monday, the ministry of trade said in a statement.';

describe('the features of a block’s element', () => {
  it.each([
    ['<p>here', { isParagraph: 1, heading: 0, depth: 1 }],
    ['<h3>here', { heading: 3, isParagraph: 0 }],
    ['<ul><li>here', { isItem: 1, depth: 2 }],
    ['<dl><dt>here', { isItem: 1 }],
    ['<table><tr><td>here', { isCell: 1, depth: 3 }],
    ['<div><b>here', { isDiv: 1, isParagraph: 0, depth: 1 }],
  ])('are what it is: %s', (html, values) =>
    expect(valuesOf(elementFeatures, contextOf(html), 'here')).toMatchObject(values),
  );
});

describe('the features of a block’s place', () => {
  const html = `<p>one<h1>Bread is dearer</h1><p>${prose}<p>here<p>${prose}`;

  it('are how much stands before it', () => {
    const values = valuesOf(placeFeatures, contextOf(html, { title: 'Bread is dearer' }), 'here');
    expect(values).toMatchObject({
      place: 3 / 5,
      fromHeadline: 2,
      proseBefore: 0.5,
      proseAfter: 0.5,
    });
    const total = 2 * prose.length + 'onehereBread is dearer'.length;
    expect(values['placeByText']).toBeCloseTo((total - prose.length - 4) / total);
    expect(values['proseShareOfPage']).toBeCloseTo((2 * prose.length) / total);
  });

  it('are far from a headline that there is none of', () => {
    expect(valuesOf(placeFeatures, contextOf('<p>here'), 'here')['fromHeadline']).toBe(99);
  });
});

describe('the features of a block’s neighbours', () => {
  it('are what stands before and after it', () => {
    const html = `<div><h2><a>link</a></h2><p>here</p></div><p>${prose}`;
    expect(valuesOf(neighbourFeatures, contextOf(html), 'here')).toEqual({
      previousLength: 4,
      previousLinks: 1,
      nextLength: prose.length,
      nextLinks: 0,
      previousLike: 0,
      nextLike: 1,
      sameParentAsPrevious: 1,
      sameParentAsNext: 0,
      previousProse: 0,
      nextProse: prose.length,
      proseNear: prose.length,
    });
  });

  it('are links without length at the page’s ends', () => {
    expect(valuesOf(neighbourFeatures, contextOf('<p>here'), 'here')).toMatchObject({
      previousLength: 0,
      previousLinks: 1,
      nextLength: 0,
      nextLinks: 1,
      sameParentAsPrevious: 0,
      sameParentAsNext: 0,
    });
  });
});

describe('the features of marks', () => {
  it('are one distance for each', () => {
    const html = `<div class=ad><p>here</p></div><p>${prose}`;
    const values = valuesOf(markFeatures, contextOf(html), 'here');
    expect(values['from-ad']).toBe(1);
    expect(values['from-related']).toBe(FAR);
  });
});
