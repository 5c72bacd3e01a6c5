import { describe, expect, it } from '@jest/globals';
import { contextOf } from '../testing/facts-of.js';
import { pageOf } from '../testing/evidence-of.js';
import { headingLevel } from './page-sums.js';

const prose = 'The price of bread rose again on Monday, the ministry of trade said in a statement.';
const sumsOf = (...args: Parameters<typeof contextOf>) => contextOf(...args).sums;

describe('sums over a page', () => {
  it('are of the text and the prose before each block', () => {
    const { textBefore, proseBefore, totalText, totalProse } = sumsOf(`<p>one<p>${prose}<p>two`);
    expect([...textBefore]).toEqual([0, 3, 3 + prose.length]);
    expect([...proseBefore]).toEqual([0, 0, prose.length]);
    expect([totalText, totalProse]).toEqual([6 + prose.length, prose.length]);
  });

  it('are never nothing where they divide', () => {
    expect(sumsOf('')).toMatchObject({ totalText: 1, totalProse: 1, headline: -1 });
  });

  it('tell of blocks with the same tag and class in the same sort of element', () => {
    const { likes } = sumsOf(
      `<ul><li>one<li><a>two</a></ul><ul><li>${prose}</ul><ol><li>four</ol><ul><li class=x>five</ul>`,
    );
    expect(likes.map(({ blocks }) => blocks)).toEqual([3, 3, 3, 1, 1]);
    expect(likes[0]).toEqual({ blocks: 3, links: 1, prose: prose.length });
  });

  it('count how often a text comes', () => {
    expect(sumsOf('<p>one<p>two<p>one').repetitions.get('one')).toBe(2);
  });

  it('keep of the authors those that are names enough to be looked for', () => {
    const authors = ['Ann', ...Array.from({ length: 9 }, (_, i) => `Ann Lee ${i}`)];
    const kept = sumsOf('', { authors }).authors;
    expect(kept[0]).toBe('Ann Lee 0');
    expect(kept.length).toBeLessThan(9);
  });
});

describe('the headline', () => {
  const headline = (html: string) => sumsOf(html, { title: 'Bread is dearer again' }).headline;

  it.each([
    ['<h1>Example News</h1><h2>Bread is dearer again</h2>', 1],
    ['<h2>Bread is dearer again</h2><h1>Bread is dearer again</h1>', 1],
    ['<h1>Bread is dearer again</h1><h1>Bread is dearer again</h1>', 0],
    ['<h2>Wheat</h2><h1>Weather</h1>', 1],
    ['<p>Bread is dearer again</p><h2>Wheat</h2>', -1],
    [`<h2>Bread is dearer again ${'and again '.repeat(40)}</h2>`, -1],
  ])('is the heading with most of the title’s words: %s', (html, at) =>
    expect(headline(html)).toBe(at),
  );
});

describe('the level of a heading', () => {
  it.each([
    ['h1', 1],
    ['h6', 6],
    ['hr', 0],
    ['p', 0],
    ['header', 0],
  ])('of %s is %i', (name, level) => {
    const element = pageOf(`<${name}>`).elements[1];
    expect(element && headingLevel(element)).toBe(level);
  });
});
