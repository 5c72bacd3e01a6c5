import { describe, expect, it } from '@jest/globals';
import { looksLikeArticle } from './article-url.js';

const looks = (path: string, presented = false) =>
  looksLikeArticle(new URL(path, 'https://a.org'), presented);

describe('an address has the shape of an article', () => {
  it.each([
    '/2024/05/17/x',
    '/2024-05-17',
    '/news/20240517/',
    '/world-europe-68990124',
    '/a-slug-of-words',
    '/x/a_slug_of_words.html',
    '/n?id=123456',
    '/nachrichten/%C3%BCber-die-br%C3%BCcke',
  ])('%s', (path) => {
    expect(looks(path)).toBe(true);
  });

  it('of any depth and name where the page presents it as a headline', () => {
    expect(looks('/x', true)).toBe(true);
    expect(looks('/?p=12', true)).toBe(true);
    expect(looks('/', true)).toBe(false);
  });
});

describe('an address has not', () => {
  it.each([
    '/',
    '/sport',
    '/sport/football',
    '/uk-news',
    '/2024',
    '/?p=1',
    '/Login/a-slug-of-words',
  ])('%s', (path) => {
    expect(looks(path)).toBe(false);
  });

  it.each(['/tag/x', '/photo.JPG', '/author/jane-q-doe-jr', '/feed/'])(
    '%s, however presented',
    (path) => {
      expect(looks(path, true)).toBe(false);
    },
  );
});
