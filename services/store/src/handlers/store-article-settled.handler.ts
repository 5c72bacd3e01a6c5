import type { ArticleSettled } from '@tocsin/contracts';
import { ok, type BatchHandler } from '@tocsin/messaging';
import type { TransactionContext } from '@tocsin/persistence';
import { upsertEnds } from '../tables/article-end-table.js';
import { noteChanges } from '../tables/change-table.js';

/** Makes the handler that keeps how each URL ended at each stage. `now`: ms since the epoch. */
export const storeArticleSettled =
  (now: () => number): BatchHandler<ArticleSettled, TransactionContext> =>
  async (messages, { tx }) => {
    const changed = await upsertEnds(
      tx,
      messages.map(({ payload }) => payload),
    );
    await noteChanges(
      tx,
      changed.map(({ urlId, version }) => ({ kind: 'end', key: urlId, revision: version })),
      now(),
    );
    return messages.map(() => ok());
  };
