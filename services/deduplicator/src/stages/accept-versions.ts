import type { IncomingArticle } from './incoming-article.js';
import type { IndexedArticle } from '../index/syndication-index.port.js';

/** What a version is to the index. */
export type Acceptance = 'new' | 'replacing' | 'unchanged' | 'repeated' | 'stale' | 'erased';

/**
 * Compares the versions of one batch with what the index has: of one article only the newest counts, a lower or
 * equal version is ignored, and equal content changes nothing. An equal version is told apart from a lower one:
 * it is the same record again, while a lower one was overtaken and may have come to no end yet.
 * @param erased articles that may tell nothing any more
 * @returns one acceptance for each, in the same order
 */
export function acceptVersions(
  incoming: readonly IncomingArticle[],
  known: readonly IndexedArticle[],
  erased: ReadonlySet<string> = new Set(),
): Acceptance[] {
  const current = new Map(known.map((article) => [article.articleId, article]));
  const newest = new Map<string, number>();
  incoming.forEach(({ article }, at) => {
    const rival = newest.get(article.articleId);
    const rivalVersion = rival === undefined ? -1 : (incoming[rival]?.article.version ?? -1);
    if (article.version > rivalVersion) newest.set(article.articleId, at);
  });
  return incoming.map(({ article }, at) => {
    if (erased.has(article.articleId)) return 'erased';
    const before = current.get(article.articleId);
    const rival = incoming[newest.get(article.articleId) ?? at]?.article.version;
    if (newest.get(article.articleId) !== at)
      return rival === article.version ? 'repeated' : 'stale';
    if (before === undefined) return 'new';
    if (article.version === before.version) return 'repeated';
    if (article.version < before.version) return 'stale';
    return article.contentHash === before.contentHash ? 'unchanged' : 'replacing';
  });
}
