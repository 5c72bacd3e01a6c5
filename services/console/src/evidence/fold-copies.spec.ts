import { describe, expect, it } from '@jest/globals';
import { source } from '../testing/incident.js';
import { foldCopies } from './fold-copies.js';

const ids = (...sources: Parameters<typeof foldCopies>[0]) =>
  foldCopies(sources).map(({ original, copies }) => [
    original.articleId,
    ...copies.map(({ articleId }) => articleId),
  ]);

describe('copies', () => {
  it('stand under the article that they are copies of', () => {
    const copy = source('a2', { syndicationId: 'a1', publishedAt: '2022-01-01T00:00:00Z' });
    expect(ids(copy, source('a1'), source('a3'))).toEqual([['a1', 'a2'], ['a3']]);
  });

  it('stand under the earliest where the original is not there', () => {
    const later = source('a2', { syndicationId: 'a0', publishedAt: '2022-01-02' });
    const earlier = source('a3', { syndicationId: 'a0', publishedAt: '2022-01-01' });
    const undated = source('a4', { syndicationId: 'a0', publishedAt: null });
    expect(ids(undated, later, earlier)).toEqual([['a3', 'a2', 'a4']]);
  });
});
