import { bodyText, extractPages, publicationDay } from '../extract-pages.js';
import type { SetAdapter } from '../set-adapter.js';

/** Page → text, title and day (trafilatura's own evaluation pages). */
export const traf: SetAdapter = {
  set: 'traf',
  scorers: [{ scorer: 'traf' }],
  async *predict(cases, env) {
    for await (const { id, article } of extractPages(cases, env)) {
      yield {
        id,
        text: bodyText(article),
        title: article?.title ?? null,
        date: publicationDay(article),
      };
    }
  },
};
