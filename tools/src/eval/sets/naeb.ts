import { bodyText, extractPages, publicationDay } from '../extract-pages.js';
import type { SetAdapter } from '../set-adapter.js';

/** Page → body, title, date and authors of 212 news sites. */
export const naeb: SetAdapter = {
  set: 'naeb',
  scorers: [{ scorer: 'article-text', args: ['--set', 'naeb'] }, { scorer: 'newsmeta' }],
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
};
