import { describe, expect, it } from '@jest/globals';
import { evidenceOf, pageOf } from '../testing/evidence-of.js';
import { MAX_LINE, readLines } from './page-lines.js';

const lines = (html: string) => readLines(pageOf(html).root).map(({ text }) => text);

describe('the lines of a page', () => {
  it('break where blocks begin and end, and at br', () => {
    expect(lines('<div>a<p>b</p>c<br>d</div>')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('go on through inline elements, with a seam where a style sheet may part them', () => {
    expect(lines('<p>by <b>A</b>nn <span>Lee</span><span>2 May</span></p>')).toEqual([
      'by Ann \u001fLee\u001f2 May\u001f',
    ]);
  });

  it('are not blank, and are cut where they are paragraphs', () => {
    expect(lines('<p> \n </p><p>x</p>')).toEqual(['x']);
    expect(lines(`<p>${'x'.repeat(10_000)}</p>`)[0]).toHaveLength(MAX_LINE);
  });

  it('know the element that they stand in', () => {
    const page = pageOf('<div class="a"><p class="b">x</p></div>');
    expect(readLines(page.root)[0]?.element.get('class')).toBe('b');
  });
});

describe('the lines beside a headline', () => {
  const filler = (count: number, word: string): string => `<p>${word}</p>`.repeat(count);

  it('are some above and more below, of whatever page', () => {
    const html = `${filler(3_000, 'above')}<h1>Bread is dearer again</h1>${filler(3_000, 'below')}`;
    const { near, headlineLine } = evidenceOf(html);
    expect(near.lines[headlineLine]?.text).toBe('Bread is dearer again');
    expect(headlineLine).toBe(5);
    expect(near.lines).toHaveLength(20);
  });

  it('are those of the text right behind it too', () => {
    const { near } = evidenceOf(
      `${filler(300, 'x')}<div><h1>Bread is dearer again</h1>2 May 2026</div>`,
    );
    expect(near.lines.at(-1)?.text).toBe('2 May 2026');
  });
});
