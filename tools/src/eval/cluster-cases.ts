import { clusterStories, dayOf, keywordsOf } from '@tocsin/dedup';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import { textCase } from './case-articles.js';
import type { Case, Prediction } from './set-adapter.js';

/** Divides a set's documents into stories as `tocsin cluster` does: `{id, cluster}` for each, in the cases' order. */
export async function* clusterCases(cases: AsyncIterable<Case>): AsyncGenerator<Prediction> {
  const extractor = createIncidentExtractor({ geoparser: createGeoparser() });
  const articles = [];
  for await (const each of cases) {
    const article = textCase(each);
    const keywords = article ? keywordsOf(article, extractor.extract(article)) : [];
    articles.push({ id: each.id, day: dayOf(article?.publishedAt ?? null), keywords });
  }
  const stories = clusterStories(articles);
  for (const { id } of articles) yield { id, cluster: stories.get(id) };
}
