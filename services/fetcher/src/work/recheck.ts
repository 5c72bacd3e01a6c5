import type { ClaimedPage } from '../frontier/types.js';
import { laneOf } from './lane.js';

const HOUR_MS = 3_600_000;

/**
 * Milliseconds until an article is read again for changes, null for never. News is corrected in its first
 * days; history is not.
 *
 * @param hours after the first fetch at which it is read again, growing
 * @param now milliseconds since the epoch
 */
export function recheckAfter(
  page: Pick<ClaimedPage, 'lane' | 'feedItem' | 'feedSettings' | 'again' | 'rechecks'>,
  hours: readonly number[],
  now: number,
): number | null {
  const { lane, feedItem, feedSettings } = page;
  if (lane === 'backfill' || feedSettings.recheck === false) return null;
  const publishedAt = feedItem?.publishedAt ?? null;
  if (laneOf({ publishedAt, setting: 'auto', archive: false }, now) === 'backfill') return null;
  const done = page.again ? page.rechecks + 1 : 0;
  const next = hours[done];
  return next === undefined ? null : (next - (hours[done - 1] ?? 0)) * HOUR_MS;
}
