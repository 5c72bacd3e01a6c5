import { fingerprint, syndicate } from '@tocsin/dedup';
import { makeSyndication } from '../made/syndication/make-syndication.js';
import type { SetAdapter } from '../set-adapter.js';

const WINDOW_DAYS = 14;

/** Articles → the groups of copies that they are, and what each is to its group. */
export const syndication: SetAdapter = {
  set: 'syndication',
  made: {
    make: makeSyndication,
    scorer: new URL('../made/syndication/scorer.js', import.meta.url),
  },
  scorers: [{ scorer: 'syndication' }],
  async *predict(cases) {
    const articles = [];
    for await (const { id, input } of cases) {
      articles.push({
        articleId: id,
        at: Date.parse(String(input['publish_date'])),
        url: String(input['url']),
        language: String(input['language']),
        fingerprint: fingerprint(String(input['text'])),
      });
    }
    const places = syndicate(articles, WINDOW_DAYS);
    for (const { articleId: id } of articles) {
      const { syndicationId, ...place } = places.get(id)!;
      yield { id, cluster: syndicationId, ...place };
    }
  },
};
