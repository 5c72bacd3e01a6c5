import { describe, expect, it } from '@jest/globals';
import { blockWith, factsOf } from '../testing/facts-of.js';
import { isCaption } from './captions.js';

const rest = `<p>${'The price of bread rose again on Monday. '.repeat(20)}</p>`;
const caption = (html: string): boolean => {
  const facts = factsOf(`<article>${html}${rest}</article>`);
  return isCaption(facts, blockWith(facts, 'here'));
};

describe('a caption', () => {
  it.each([
    '<figure><img><figcaption>here</figcaption></figure>',
    '<figure><figcaption><div><div><p>here</p></div></div></figcaption></figure>',
    '<p class="wp-caption">here</p>',
    '<div class="photo-credit"><p>here</p></div>',
  ])('is what stands below an image by tag or by name: %s', (html) =>
    expect(caption(html)).toBe(true),
  );

  it.each([
    '<p>here</p>',
    '<figure><blockquote>here</blockquote></figure>',
    '<div class="caption"><div><p>here</p></div></div>',
  ])('is nothing else: %s', (html) => expect(caption(html)).toBe(false));

  it('is no block that there is not', () => {
    expect(isCaption(factsOf('<p>x'), 7)).toBe(false);
  });
});
