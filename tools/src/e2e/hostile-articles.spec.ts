import { describe, expect, it } from '@jest/globals';
import { HOSTILE_TEXTS, hostileArticles } from './hostile-articles.js';

describe('hostile articles', () => {
  it('carry each text in every field that is shown', () => {
    const articles = hostileArticles();
    expect(articles).toHaveLength(HOSTILE_TEXTS.length);
    articles.forEach(({ title, site, section, captions, paragraphs }, n) => {
      for (const field of [title, site, section, ...captions, ...paragraphs]) {
        expect(field).toContain(HOSTILE_TEXTS[n]);
      }
    });
  });

  it('are as many different pages', () => {
    expect(new Set(hostileArticles().map(({ id }) => id)).size).toBe(HOSTILE_TEXTS.length);
  });
});
