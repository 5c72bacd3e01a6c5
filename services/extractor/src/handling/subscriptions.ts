import type { Clock, StatelessSubscription } from '@tocsin/messaging';
import { PATIENCE } from '@tocsin/worker-pool';
import { type CountDocument, countDocuments } from './count-documents.js';
import type { ArticleFetched, ExtractArticleDependencies } from './extract-article.handler.js';
import { extractArticleHandler } from './extract-article.handler.js';
import { LaneGate } from './lane-gate.js';
import { settleArticle } from './settle-article.js';
import { together } from './together.js';

export const GROUP = 'extractor';

/** Records of a batch: enough to keep the workers busy, few enough for their bodies to fit in memory. */
const LIVE_RECORDS = 32;
const BACKFILL_RECORDS = 8;
const GATE = { idleMs: 1_000, maxWaitMs: 15_000 };

export interface SubscriptionsConfig {
  /** Milliseconds that one page may take. */
  readonly deadlineMs: number;
}

/** The service's whole reading: the live lane, and the backfill lane behind its gate. */
export function extractorSubscriptions(
  config: SubscriptionsConfig,
  dependencies: ExtractArticleDependencies & {
    readonly clock: Clock;
    readonly count: CountDocument;
  },
): StatelessSubscription<ArticleFetched>[] {
  const gate = new LaneGate(GATE, dependencies.clock);
  const handler = together(extractArticleHandler(dependencies));
  const onSettled = countDocuments(
    dependencies.count,
    settleArticle(() => dependencies.clock.now()),
  );
  // Each page has its own deadline; the call's must hold the worst case of them one after the other.
  const callDeadline = (records: number): number => records * config.deadlineMs * PATIENCE;
  return [
    {
      topic: 'article-fetched',
      group: GROUP,
      handler: gate.live(handler),
      onSettled,
      options: { maxRecords: LIVE_RECORDS, deadlineMs: callDeadline(LIVE_RECORDS) },
    },
    {
      topic: 'article-fetched-backfill',
      group: GROUP,
      handler: gate.backfill(handler),
      onSettled,
      options: {
        maxRecords: BACKFILL_RECORDS,
        deadlineMs: GATE.maxWaitMs + callDeadline(BACKFILL_RECORDS),
      },
    },
  ];
}
