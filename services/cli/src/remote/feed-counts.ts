import { FeedsApi } from '../feeds/feeds-api.js';
import type { CliConfig } from '../settings.js';

/** How the feeds are doing. */
export interface FeedCounts {
  readonly active: number;
  readonly paused: number;
  /** Given up by the fetcher, with a reason. */
  readonly parked: number;
  readonly stopped: number;
  /** Active ones whose last poll failed. */
  readonly failing: number;
}

/** Counts all feeds, page by page. @throws CliError */
export async function countFeeds(config: CliConfig): Promise<FeedCounts> {
  const counts = { active: 0, paused: 0, parked: 0, stopped: 0, failing: 0 };
  for await (const { state, failures } of new FeedsApi(config).list({})) {
    counts[state] += 1;
    if (state === 'active' && failures > 0) counts.failing += 1;
  }
  return counts;
}
