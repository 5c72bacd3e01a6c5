import { describe, expect, it } from '@jest/globals';
import { pageOf } from '../testing/evidence-of.js';
import { elementsIn, isInline, nameWords, textOf } from './page-element.js';

const html = '<body><div><p>a<b>b</b></p><img></div><ul><li>c<li>d</ul></body>';

describe('a page’s elements', () => {
  const page = pageOf(html);
  const named = (name: string) => page.elements.find((each) => each.name === name)!;

  it('are numbered in document order', () => {
    expect(page.elements.map(({ name }) => name).join(' ')).toBe('html body div p b img ul li li');
    expect(page.elements.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('have their subtrees as ranges of numbers', () => {
    const ends = Object.fromEntries(page.elements.map(({ name, end }) => [name, end]));
    expect(ends).toEqual({ html: 9, body: 9, div: 6, p: 5, b: 5, img: 6, ul: 9, li: 9 });
    const inDiv = [...elementsIn(page, named('div'), ({ name }) => name !== 'b')];
    expect(inDiv.map(({ name }) => name)).toEqual(['div', 'p', 'img']);
  });

  it('contain themselves and what is below them', () => {
    const [div, p, ul] = [named('div'), named('p'), named('ul')];
    expect([div.contains(div), div.contains(p)]).toEqual([true, true]);
    expect([p.contains(div), div.contains(ul), ul.contains(p)]).toEqual([false, false, false]);
  });

  it('know how deep they are', () => {
    expect([named('html').depth, named('p').depth, named('b').depth]).toEqual([0, 3, 4]);
    expect(named('b').parent).toBe(named('p'));
  });
});

describe('class names and id', () => {
  it.each([
    ['article-body', 'mainText', ' article body main text '],
    ['  Related__links\n', undefined, ' related links '],
    ['article2Body', undefined, ' article2 body '],
    [undefined, undefined, ''],
    ['größe', undefined, ' größe '],
  ])('are words: %s %s', (classes, id, words) => expect(nameWords(classes, id)).toBe(words));

  it('count no further than real ones go', () => {
    expect(nameWords('ad '.repeat(10_000)).length).toBeLessThan(500);
  });
});

describe('the text of an element', () => {
  it('has its blocks on lines of their own, and inline elements in their line', () => {
    expect(textOf(pageOf('<p>a<b>b</b> c</p><div>d</div>').root)).toBe('\nab c\n\nd\n');
  });

  it('is read up to a limit', () => {
    const { root } = pageOf('<p>bread</p>'.repeat(1_000));
    expect(textOf(root, 50).length).toBeLessThan(70);
    expect(textOf(pageOf(`${'<i></i>'.repeat(1_000)}bread`).root, 50)).toBe('');
  });
});

describe('an element that runs on in its line', () => {
  it.each(['a', 'b', 'span', 'img', 'my-widget'])('is %s', (name) =>
    expect(isInline(name)).toBe(true),
  );
  it.each(['p', 'div', 'li', 'td', 'h1', 'br'])('is not %s', (name) =>
    expect(isInline(name)).toBe(false),
  );
});
