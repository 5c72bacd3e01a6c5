import { callService, type ServicePlace } from './call-service.js';

/** How the feeds are doing. */
export interface FeedCounts {
  readonly active: number;
  readonly paused: number;
  /** Active ones whose last poll failed. */
  readonly failing: number;
}

interface Feed {
  readonly id: string;
  readonly state: 'active' | 'paused';
  readonly failures: number;
}

const PAGE = 1_000;

/** Counts all feeds, page by page. @throws CliError */
export async function readFeeds(fetcher: ServicePlace): Promise<FeedCounts> {
  const counts = { active: 0, paused: 0, failing: 0 };
  for (let after = ''; ;) {
    const path = `v1/feeds?limit=${PAGE}${after && `&after=${after}`}`;
    const { feeds } = await callService<{ feeds: readonly Feed[] }>(fetcher, path);
    for (const { state, failures } of feeds) {
      counts[state] += 1;
      if (state === 'active' && failures > 0) counts.failing += 1;
    }
    const last = feeds.at(-1);
    if (feeds.length < PAGE || last === undefined) return counts;
    after = last.id;
  }
}
