import { bodyText, extractPages } from '../extract-pages.js';
import { readabilityAnswer } from '../readability-answer.js';
import type { ScorerRun, SetAdapter } from '../set-adapter.js';

const BODY: ScorerRun = { scorer: 'article-text' };

/** Page → article body (article-extraction-benchmark). */
export const aeb: SetAdapter = {
  set: 'aeb',
  scorers: [BODY],
  async *predict(cases, env) {
    for await (const { id, article } of extractPages(cases, env)) {
      yield { id, articleBody: bodyText(article) };
    }
  },
  peers: [readabilityAnswer([BODY])],
};
