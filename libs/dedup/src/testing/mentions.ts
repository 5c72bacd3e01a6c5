import type { Mention } from '@tocsin/contracts';
import { casualtiesOf, mentionOf } from '@tocsin/contracts/testing';
import type { Telling } from '../incident/telling.js';
import type { LinkableMention } from '../linking/linkable.js';

export { casualtiesOf, mentionOf };

/** Another town, far from the riot. */
export const ELSEWHERE: Mention['where'] = {
  ...mentionOf().where,
  place: 'Aktau',
  admin1: 'Mangystau',
  latitude: 43.65,
  longitude: 51.15,
  geonameId: 610612,
};

/** 6 January 2022, the day on which the spec's articles appear. */
export const ARTICLE_DAY = Date.UTC(2022, 0, 6) / 86_400_000;

let articles = 0;

export function linkableOf(
  changes: Partial<Mention> = {},
  articleId?: string,
  keywords: LinkableMention['keywords'] = [],
): LinkableMention {
  articles += 1;
  const id = articleId ?? `article${articles}`;
  return {
    articleId: id,
    articleDay: ARTICLE_DAY,
    keywords,
    mention: mentionOf(`${id}-m`, changes),
  };
}

/** The telling of one article; `hour` of 6 January is when it was published. */
export function tellingOf(
  articleId: string,
  changes: Partial<Mention> = {},
  { hour = 12, syndicationId = articleId }: { hour?: number; syndicationId?: string } = {},
): Telling {
  const at = new Date(Date.UTC(2022, 0, 6, hour)).toISOString();
  return {
    mention: mentionOf(`${articleId}-m`, changes),
    source: {
      articleId,
      url: `https://news.example/${articleId}`,
      title: articleId,
      siteName: null,
      publishedAt: at,
      syndicationId,
    },
    fetchedAt: at,
  };
}
