import { beforeAll, describe, expect, it } from '@jest/globals';
import { keywordsOf } from '@tocsin/dedup';
import { createReader } from '../documents/create-reader.js';
import { readArticle } from '../documents/read-article.js';
import { clusterArticles, type ClusterArticle } from './cluster-articles.js';

const read = createReader();
const LAGOS = `Two men were shot dead in Lagos, Nigeria on Sunday, police said. The attackers fled on a
motorcycle after they had opened fire at a crowded market in the middle of the afternoon.`;
const LAGOS_RETOLD = `Gunmen killed two people at a market in Lagos, Nigeria on Sunday. Nobody has been
arrested, a police spokesman told reporters, and the search goes on.`;
const CUSCO = `Five people were killed when a bus overturned near Cusco, Peru on Monday, police said.
Rescue workers took the injured to a hospital in the city.`;

const DAY_MS = 86_400_000;

/** Published a minute after the one whose letter comes before. */
async function article(
  id: string,
  title: string,
  text: string,
  day: number,
): Promise<ClusterArticle> {
  const document = { id, title, text, publishedAt: '2024-05-06' };
  const result = await readArticle(document, '.');
  if (result.kind === 'rejected') throw new Error(result.reason);
  const mentions = read(result.article).incidents;
  const { fingerprint } = result.article;
  return {
    id,
    day,
    at: day * DAY_MS + id.charCodeAt(0) * 60_000,
    url: null,
    language: 'en',
    fingerprint,
    keywords: keywordsOf(result.article, mentions),
    mentions,
  };
}

describe('a set of articles', () => {
  const DAY = 19_849;
  let set: ClusterArticle[] = [];
  beforeAll(async () => {
    set = await Promise.all([
      article('a', 'Two shot dead at market', LAGOS, DAY),
      article('b', 'Gunmen kill two in Lagos', LAGOS_RETOLD, DAY),
      article('c', 'Bus overturns near Cusco', CUSCO, DAY),
      article('d', 'Two shot dead at market', LAGOS, DAY),
      article(
        'e',
        'An evening of Brahms',
        'The orchestra played until late and everyone went home happy.',
        DAY,
      ),
    ]);
  });
  const clustered = (articles: readonly ClusterArticle[]) =>
    new Map(clusterArticles(articles, 30).map((each) => [each.id, each]));

  it('is answered one by one, in its order', () => {
    expect(clusterArticles(set, 30).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('groups copies of a text, and them alone', () => {
    const groups = clustered(set);
    expect(groups.get('d')?.syndicationId).toBe('a');
    expect(groups.get('b')?.syndicationId).toBe('b');
  });

  it('keeps copies apart that are further apart than the window', () => {
    const [first, , , copy] = set as [
      ClusterArticle,
      ClusterArticle,
      ClusterArticle,
      ClusterArticle,
    ];
    const late = { ...copy, day: DAY + 31, at: (DAY + 31) * DAY_MS };
    expect(clustered([first, late]).get('d')?.syndicationId).toBe('d');
  });

  it('finds the incident that several tell of, and no more', () => {
    const groups = clustered(set);
    const [incident] = groups.get('a')?.incidentIds ?? [];
    expect(incident).toMatch(/^[0-9a-f]{32}$/);
    expect(groups.get('b')?.incidentIds).toContain(incident);
    expect(groups.get('d')?.incidentIds).toContain(incident);
    expect(groups.get('c')?.incidentIds).not.toContain(incident);
    expect(groups.get('c')?.incidentIds).toHaveLength(1);
    expect(groups.get('e')?.incidentIds).toEqual([]);
  });

  it('puts what tells of one event into one story, what no incident is in too', () => {
    const groups = clustered(set);
    expect(groups.get('b')?.storyId).toBe('a');
    expect(groups.get('d')?.storyId).toBe('a');
    expect(groups.get('c')?.storyId).toBe('c');
    expect(groups.get('e')?.storyId).toBe('e');
  });

  it('is decided the same in any order', () => {
    expect(clustered([...set].reverse())).toEqual(clustered(set));
  });

  it('takes an article without a day for one of the newest', () => {
    const undated = set.map((each) => (each.id === 'd' ? { ...each, day: null, at: null } : each));
    expect(clustered(undated)).toEqual(clustered(set));
  });

  it('may be empty', () => {
    expect(clusterArticles([], 30)).toEqual([]);
  });
});
