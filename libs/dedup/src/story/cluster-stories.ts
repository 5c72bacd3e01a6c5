import { byText } from '../order.js';
import { StoryClusterer } from './story-clusterer.js';
import { storyVectors } from './story-vectors.js';

/** What the clustering reads of an article. */
export interface StoryArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** ISO 8601; null when the page gives none. */
  readonly publishedAt: string | null;
}

/**
 * The story of every article, by article id: articles about one event and what followed from it.
 * For articles that no incident groups. Takes them by event time, so the order of the input doesn't matter.
 */
export function clusterStories(articles: readonly StoryArticle[]): Map<string, string> {
  const timed = articles.map((article) => ({ article, at: timeOf(article.publishedAt) }));
  timed.sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || byText(a.article.id, b.article.id));
  const vectors = storyVectors(timed.map(({ article }) => article));
  const clusterer = new StoryClusterer();
  return new Map(
    timed.map(({ article, at }, i) => [
      article.id,
      clusterer.assign(article.id, vectors[i] ?? new Map(), at),
    ]),
  );
}

function timeOf(publishedAt: string | null): number | null {
  const at = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
  return Number.isNaN(at) ? null : at;
}
