import { bodyText, extractPages } from '../extract-pages.js';
import type { SetAdapter } from '../set-adapter.js';

/** Page → article body (article-extraction-benchmark). */
export const aeb: SetAdapter = {
  set: 'aeb',
  scorers: [{ scorer: 'article-text' }],
  async *predict(cases, env) {
    for await (const { id, article } of extractPages(cases, env)) {
      yield { id, articleBody: bodyText(article) };
    }
  },
};
