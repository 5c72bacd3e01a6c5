import { bodyText, extractPages, publicationDay } from '../extract-pages.js';
import { readabilityAnswer } from '../readability-answer.js';
import type { ScorerRun, SetAdapter } from '../set-adapter.js';

const BODY: ScorerRun = { scorer: 'article-text', args: ['--set', 'naeb'] };

/** Page → body, title, date and authors of 212 news sites. */
export const naeb: SetAdapter = {
  set: 'naeb',
  scorers: [BODY, { scorer: 'newsmeta' }],
  async *predict(cases, env) {
    for await (const { id, article } of extractPages(cases, env)) {
      yield {
        id,
        articleBody: bodyText(article),
        title: article?.title ?? null,
        date: publicationDay(article),
        authors: article?.authors ?? [],
      };
    }
  },
  peers: [readabilityAnswer([BODY])],
};
