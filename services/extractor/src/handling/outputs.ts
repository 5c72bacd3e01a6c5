import type { Article, Mention, PayloadOf } from '@tocsin/contracts';
import type { Output } from '@tocsin/messaging';

/** The records of one extracted article: the article, and the set of its mentions, empty or not. */
export function extractionOutputs(
  fetched: Pick<PayloadOf<'article-fetched'>, 'fetchedAt'>,
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
    extractorVersion: article.extractorVersion,
    mentions: [...mentions],
  };
  return [
    { topic: 'article-extracted', key: article.articleId, value: article },
    { topic: 'incident-extracted', key: article.articleId, value: incidents },
  ];
}
