import { clusterStories } from '@tocsin/dedup';
import type { Case, Prediction } from './set-adapter.js';

/** Divides a set's documents into stories: `{id, cluster}` for each, in the cases' order. */
export async function* clusterCases(cases: AsyncIterable<Case>): AsyncGenerator<Prediction> {
  const articles = [];
  for await (const { id, input } of cases) {
    // Some sets give sentences instead of a text; their first is the headline.
    const sentences = Array.isArray(input['sentences']) ? input['sentences'].map(String) : [];
    articles.push({
      id,
      title: textOf(input['title']) ?? '',
      text: textOf(input['text']) ?? sentences.join('\n'),
      publishedAt: textOf(input['publish_date']),
    });
  }
  const stories = clusterStories(articles);
  for (const { id } of articles) yield { id, cluster: stories.get(id) };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
