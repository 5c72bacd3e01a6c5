import type { ArticleExtracted } from '@tocsin/contracts';
import { headerText, type BatchHandler } from '@tocsin/messaging';
import type { TransactionContext } from '@tocsin/persistence';
import { upsertArticles } from '../tables/article-table.js';
import { noteHop } from '../tables/article-version-table.js';
import { noteChanges } from '../tables/change-table.js';
import { storedOutcomes } from './stored-outcomes.js';

/** Header in which the extractor hands on when the fetched page was published, in ms since the epoch. */
export const FETCHED_AT_HEADER = 'x-hop-fetched-at';

/** Makes the handler that keeps the newest version of each article. `now`: ms since the epoch. */
export const storeArticleExtracted =
  (now: () => number): BatchHandler<ArticleExtracted, TransactionContext> =>
  async (messages, { tx }) => {
    const nowMs = now();
    const articles = messages.map(({ payload }) => payload);
    await upsertArticles(tx, articles);
    const hops = messages.map((message) => ({
      articleId: message.payload.articleId,
      version: message.payload.version,
      atMs: message.timestamp,
      fetchedMs: Number(headerText(message, FETCHED_AT_HEADER)) || null,
    }));
    const complete = await noteHop(tx, 'extracted', hops, nowMs);
    const changes = complete.map(({ articleId, version }) => ({
      kind: 'article' as const,
      key: articleId,
      revision: version,
    }));
    await noteChanges(tx, changes, nowMs);
    return storedOutcomes(messages, complete, nowMs);
  };
