import { describe, expect, it } from '@jest/globals';
import { blockWith, factsOf } from '../testing/facts-of.js';
import { FAR, MARK_NAMES, markNumber } from './marks.js';

const rest = `<p>${'The price of bread rose again on Monday. '.repeat(20)}</p>`;
/** How far above the text "here" the nearest element with a mark is. */
function distance(html: string, mark: string): number {
  const { blocks, marks, page } = factsOf(`<section>${html}</section>${rest}`);
  const at = blocks.findIndex(({ text }) => text === 'here');
  return marks.distance(blocks[at]?.element ?? page.root, markNumber(mark));
}

describe('a mark', () => {
  it.each([
    ['<p class="ad">here', 'ad', 0],
    ['<div class="ad"><p>here', 'ad', 1],
    ['<div class="ad"><div><ul><li>here', 'ad', 3],
    ['<div class="ad"><div class="ad"><p>here', 'ad', 1],
    ['<div class="ad"></div><p>here', 'ad', FAR],
    [`${'<div>'.repeat(20)}<p>here`.replace('<div>', '<div class=ad>'), 'ad', FAR],
  ] as const)('is as far as the nearest element that bears it: %s', (html, mark, far) =>
    expect(distance(html, mark)).toBe(far),
  );

  it.each([
    ['<p class="story-relatedLinks">here', 'related'],
    ['<p id="comments">here', 'comment'],
    ['<p class="read-more">here', 'related'],
    ['<p class="pullQuote">here', 'box'],
    ['<aside>here</aside>', 'aside-tag'],
    ['<ol>here</ol>', 'list-tag'],
    ['<p role="navigation">here', 'nav-tag'],
    ['<p itemprop="articleBody">here', 'structured-body'],
    ['<p itemprop="articleBody">here', 'body'],
    ['<p hidden>here', 'unseen'],
    ['<p aria-hidden="true">here', 'unseen'],
    ['<p style="DISPLAY: none">here', 'unseen'],
    ['<p style="visibility:hidden">here', 'unseen'],
  ])('is told by names, tags, roles and attributes: %s is %s', (html, mark) =>
    expect(distance(html, mark)).toBe(0),
  );

  it.each([
    ['<p class="shadow">here', 'ad'],
    ['<p class="broad-cast">here', 'ad'],
    ['<p role="presentation">here', 'nav-tag'],
    ['<p itemprop="headline">here', 'structured-body'],
    ['<p aria-hidden="false" style="display:block">here', 'unseen'],
  ])('is not told by parts of words or other values: %s is not %s', (html, mark) =>
    expect(distance(html, mark)).toBe(FAR),
  );

  it('of two words in a row is not that of either', () => {
    expect(distance('<p class="author-bio">here', 'bio')).toBe(0);
    expect(distance('<p class="author-bio">here', 'byline')).toBe(FAR);
    expect(distance('<p class="author x bio">here', 'byline')).toBe(0);
  });

  it('says nothing of an element that holds most of the page, but that it is the article', () => {
    const facts = factsOf(`<div class="ad related story">${rest}</div>`);
    const element = facts.blocks[blockWith(facts, 'bread')]?.element ?? facts.page.root;
    const far = (mark: string) => facts.marks.distance(element, markNumber(mark));
    expect([far('ad'), far('related'), far('story')]).toEqual([FAR, FAR, 1]);
  });
});

describe('the distances of an element', () => {
  it('are one for each mark, in their order', () => {
    const { marks, page } = factsOf(`<figure class=photo>here</figure>${rest}`);
    const figure = page.elements.find(({ name }) => name === 'figure') ?? page.root;
    const distances = marks.distances(figure);
    expect(distances).toHaveLength(MARK_NAMES.length);
    const near = MARK_NAMES.filter((_, mark) => (distances[mark] ?? FAR) < FAR);
    expect(near).toEqual(['media', 'figure-tag']);
  });
});
