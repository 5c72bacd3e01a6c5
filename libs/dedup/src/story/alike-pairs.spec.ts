import { describe, expect, it } from '@jest/globals';
import { alikePairs } from './alike-pairs.js';
import type { StoryArticle } from './story-article.js';

/** An article of equally heavy words; those with a capital are names. */
const article = (id: number, ...words: string[]): StoryArticle => ({
  id: `a${id}`,
  day: id,
  keywords: words.map((term) => ({
    term,
    weight: 1 / Math.sqrt(words.length),
    name: term !== term.toLowerCase(),
  })),
});

describe('pairs of articles that are alike', () => {
  it('share words, each pair once, the later article first', () => {
    const articles = [
      article(0, 'barge', 'fire', 'Terrigal', 'beach'),
      article(1, 'pension', 'vote'),
      article(2, 'barge', 'Terrigal', 'rescue', 'Smith'),
    ];
    expect(alikePairs(articles)).toEqual([
      { a: 2, b: 0, cosine: expect.closeTo(0.5, 6), names: 1 },
    ]);
  });

  it('are none of articles without words, nor of next to nothing in common', () => {
    expect(alikePairs([article(0), article(1)])).toEqual([]);
    const many = (id: number) =>
      article(id, 'police', ...Array.from({ length: 60 }, (_, i) => `w${id}-${i}`));
    expect(alikePairs([many(0), many(1)])).toEqual([]);
  });

  it('count a word as a name where both do', () => {
    const [name, word] = [article(0, 'Rose'), article(1, 'Rose')];
    const plain = { ...word, keywords: word.keywords.map((each) => ({ ...each, name: false })) };
    expect(alikePairs([name, word])[0]?.names).toBe(1);
    expect(alikePairs([name, plain])[0]?.names).toBe(0);
  });

  it('are a hundred before each article however many are alike, the newest', () => {
    const pairs = alikePairs(Array.from({ length: 700 }, (_, id) => article(id, 'fire', 'flood')));
    const last = pairs.filter(({ a }) => a === 699).map(({ b }) => b);
    expect(last).toHaveLength(100);
    expect(Math.min(...last)).toBe(599);
    expect(pairs.length).toBeLessThan(700 * 100);
  });
});
