import { extractPages, publicationDay } from '../extract-pages.js';
import type { SetAdapter } from '../set-adapter.js';

/** Page → day of publication. */
export const htmldate: SetAdapter = {
  set: 'htmldate',
  scorers: [{ scorer: 'pubdate' }],
  async *predict(cases, env) {
    for await (const { id, article } of extractPages(cases, env)) {
      yield { id, date: publicationDay(article) };
    }
  },
};
