import type { FeedSettings, Lane } from '../frontier/types.js';

/** Days after which an item is history rather than news. */
export const NEWS_DAYS = 7;
const NEWS_MS = NEWS_DAYS * 86_400_000;

/** What decides over an item's lane. */
export interface LaneEvidence {
  /** ISO 8601, or null when the source doesn't say. */
  readonly publishedAt: string | null;
  readonly setting: FeedSettings['lane'];
  /** Whether the source lists all that it ever had: a sitemap that is read for the first time. */
  readonly archive: boolean;
}

/**
 * Fresh news goes before history: what is older than a week, and undated items of an archive, is taken
 * only with places to spare.
 *
 * @param now milliseconds since the epoch
 */
export function laneOf({ publishedAt, setting, archive }: LaneEvidence, now: number): Lane {
  if (setting === 'live' || setting === 'backfill') return setting;
  if (publishedAt === null) return archive ? 'backfill' : 'live';
  return now - Date.parse(publishedAt) > NEWS_MS ? 'backfill' : 'live';
}
