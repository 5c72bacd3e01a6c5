import type { Article, Mention, PayloadOf } from '@tocsin/contracts';
import { keywordsOf } from '@tocsin/dedup';
import type { Output } from '@tocsin/messaging';

/** When the page's record was written, ms since the epoch: by it the store tells the hops apart. */
const FETCHED_AT_HEADER = 'x-hop-fetched-at';

/**
 * The records of one extracted article: the article, and the set of its mentions, empty or not.
 * `writtenAt`: the timestamp of the fetched page's record, ms since the epoch.
 */
export function extractionOutputs(
  fetched: Pick<PayloadOf<'article-fetched'>, 'fetchedAt'>,
  writtenAt: number,
  article: Article,
  mentions: readonly Mention[],
): Output[] {
  const incidents: PayloadOf<'incident-extracted'> = {
    articleId: article.articleId,
    version: article.version,
    url: article.url,
    title: article.title,
    siteName: article.siteName,
    language: article.language,
    publishedAt: article.publishedAt,
    fetchedAt: fetched.fetchedAt,
    textHash: article.textHash,
    fingerprint: article.fingerprint,
    keywords: keywordsOf(article, mentions),
    extractorVersion: article.extractorVersion,
    mentions: [...mentions],
  };
  return [
    {
      topic: 'article-extracted',
      key: article.articleId,
      value: article,
      headers: { [FETCHED_AT_HEADER]: String(writtenAt) },
    },
    { topic: 'incident-extracted', key: article.articleId, value: incidents },
  ];
}
