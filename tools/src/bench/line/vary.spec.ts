import { describe, expect, it } from '@jest/globals';
import { fingerprint, signatureOf, compareTexts } from '@tocsin/dedup';
import { seeded } from '../../corpus/random.js';
import { bundledArticles } from '../../sample/articles.js';
import { renderPage } from '../../sample/page.js';
import { varied } from './vary.js';

const [article] = bundledArticles();
const html = renderPage(article!, []);
const tagsOf = (page: string) => page.match(/<[^>]*>/g);

describe('a variation of a page', () => {
  it('has its structure and its scripts', () => {
    const other = varied(html, seeded(1));
    expect(tagsOf(other)).toEqual(tagsOf(html));
    expect(other).toContain('window.tracking = { page: 1 };');
    expect(other).not.toBe(html);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(varied(html, seeded(1))).toBe(varied(html, seeded(1)));
    expect(varied(html, seeded(2))).not.toBe(varied(html, seeded(1)));
  });

  it('is no copy of it', () => {
    const sign = (page: string, articleId: string) =>
      signatureOf({
        articleId,
        at: 0,
        url: 'https://news.example/1',
        language: 'en',
        fingerprint: fingerprint(page.replace(/<[^>]*>/g, ' ')),
      });
    const copy = compareTexts(sign(html, 'a'), sign(varied(html, seeded(1)), 'b'));
    expect(copy).toBeNull();
  });

  it('leaves a page alone that has no text', () => {
    expect(varied('<p>Hello</p>', seeded(1))).toBe('<p>Hello</p>');
  });
});
