import type { ArticleDeduplicated } from '@tocsin/contracts';
import type { BatchHandler } from '@tocsin/messaging';
import type { TransactionContext } from '@tocsin/persistence';
import { upsertSyndication } from '../tables/article-table.js';
import { noteHop } from '../tables/article-version-table.js';
import { noteChanges } from '../tables/change-table.js';
import { storedOutcomes } from './stored-outcomes.js';

/** Makes the handler that keeps each article's syndication group. `now`: ms since the epoch. */
export const storeArticleDeduplicated =
  (now: () => number): BatchHandler<ArticleDeduplicated, TransactionContext> =>
  async (messages, { tx }) => {
    const nowMs = now();
    await upsertSyndication(
      tx,
      messages.map(({ payload }) => payload),
    );
    const hops = messages.map(({ payload, timestamp }) => ({
      articleId: payload.articleId,
      version: payload.version,
      atMs: timestamp,
      fetchedMs: null,
    }));
    const complete = await noteHop(tx, 'deduplicated', hops, nowMs);
    const changes = complete.map(({ articleId, version }) => ({
      kind: 'article' as const,
      key: articleId,
      revision: version,
    }));
    await noteChanges(tx, changes, nowMs);
    return storedOutcomes(messages, complete, nowMs);
  };
