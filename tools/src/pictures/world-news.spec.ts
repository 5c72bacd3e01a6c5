import { describe, expect, it } from '@jest/globals';
import { worldNews } from './world-news.js';

const until = new Date('2026-11-20T00:00:00Z');

describe('made-up news for pictures', () => {
  it('are the same for the same seed', () => {
    expect(worldNews(20, until, 1)).toEqual(worldNews(20, until, 1));
    expect(worldNews(20, until, 2)).not.toEqual(worldNews(20, until, 1));
  });

  it('have pages of their own, some of them copies of others', () => {
    const articles = worldNews(20, until, 1);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
    expect(articles.filter(({ id }) => id.startsWith('copy'))).toHaveLength(4);
  });

  it('are printed the day after, within two months', () => {
    for (const { publishedAt } of worldNews(20, until, 1)) {
      const age = until.getTime() - Date.parse(`${publishedAt}Z`);
      expect(age).toBeLessThan(60 * 86_400_000);
    }
  });
});
