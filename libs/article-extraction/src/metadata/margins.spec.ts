import { describe, expect, it } from '@jest/globals';
import { pageOf } from '../testing/evidence-of.js';
import { Margins } from './margins.js';

function isMarginal(html: string, isNear = false): boolean {
  const page = pageOf(`<main>${'<p>x</p>'.repeat(20)}<h1>Bread</h1></main>${html}`);
  const headline = page.elements.find(({ name }) => name === 'h1') ?? null;
  const element = page.elements.find(({ name }) => name === 'time');
  if (element === undefined) throw new Error('no time element');
  return new Margins(page.elements.length, headline).has(element, isNear);
}

describe('the margins of a page', () => {
  it.each([
    '<nav><time>1</time></nav>',
    '<div class="related-posts"><b><time>1</time></b></div>',
    '<ol id="comments"><time>1</time></ol>',
    '<div class="teaserList teaser"><time>1</time></div>',
    '<footer><time>1</time></footer>',
  ])('hold %s', (html) => expect(isMarginal(html)).toBe(true));

  it('do not hold what stands beside the headline in a footer or aside', () => {
    expect(isMarginal('<footer><time>1</time></footer>', true)).toBe(false);
    expect(isMarginal('<aside><time>1</time></aside>', true)).toBe(false);
    expect(isMarginal('<div class="related"><time>1</time></div>', true)).toBe(true);
  });

  it('do not hold what the page says of its article', () => {
    expect(isMarginal('<aside class="article-meta"><time>1</time></aside>')).toBe(false);
    expect(isMarginal('<div><time>1</time></div>')).toBe(false);
  });

  it('are never the greater part of the page, nor around the headline', () => {
    expect(isMarginal(`<div class="sidebar"><time>1</time>${'<p>x</p>'.repeat(60)}</div>`)).toBe(
      false,
    );
  });
});
