import { describe, expect, it } from '@jest/globals';
import { blockWith, factsOf } from '../testing/facts-of.js';
import { isLabel } from './labels.js';

const rest = `<p>${'The price of bread rose again on Monday. '.repeat(20)}</p>`;
const label = (html: string): boolean => {
  const facts = factsOf(`<article>${html}${rest}</article>`);
  return isLabel(facts, blockWith(facts, 'Ann'));
};

describe('a label', () => {
  it.each([
    '<p class="byline">Ann Lee, Reporter</p>',
    '<div class="article-author"><p>Ann Lee</p></div>',
    '<p class="meta">Ann Lee, 2 May</p>',
  ])('is a short line that is named for who wrote, or when: %s', (html) =>
    expect(label(html)).toBe(true),
  );

  it.each([
    '<p>Ann Lee, Reporter</p>',
    '<div class="byline"><div><p>Ann Lee</p></div></div>',
    '<div class="meta"><p>Ann Lee</p></div>',
    `<p class="byline">Ann ${'has written of bread '.repeat(5)}</p>`,
  ])('is nothing else: %s', (html) => expect(label(html)).toBe(false));
});
