import { describe, expect, it } from '@jest/globals';
import { makeCorpus } from './corpus.js';

describe('a corpus of made-up incidents', () => {
  const corpus = makeCorpus(200, 7);

  it('has the size asked for, under distinct addresses', () => {
    expect(corpus.articles).toHaveLength(200);
    expect(new Set(corpus.articles.map((article) => article.id)).size).toBe(200);
  });

  it('tells of each town once a day at most, and of each incident in one to two articles', () => {
    const keys = corpus.incidents.map((incident) => `${incident.town} ${incident.day}`);
    expect(new Set(keys).size).toBe(keys.length);
    const told = corpus.incidents.flatMap((incident) => incident.articleIds);
    expect(new Set(told).size).toBe(200);
    expect(corpus.incidents.some((incident) => incident.articleIds.length === 2)).toBe(true);
  });

  it('is made again from its seed, and differs with another', () => {
    expect(makeCorpus(200, 7)).toEqual(corpus);
    expect(makeCorpus(200, 8)).not.toEqual(corpus);
  });

  it('copies verbatim where it copies', () => {
    const byId = new Map(corpus.articles.map((article) => [article.id, article]));
    const copies = corpus.articles.filter((article) => article.id.startsWith('copy-'));
    expect(copies.length).toBeGreaterThan(20);
    for (const copy of copies) {
      const original = byId.get(copy.id.replace('copy', 'incident') + '-0');
      expect(copy.paragraphs).toEqual(original?.paragraphs);
    }
  });
});
