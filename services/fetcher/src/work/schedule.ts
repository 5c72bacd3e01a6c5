import { learnInterval } from '@tocsin/feeds';
import type { ClaimedFeed, FeedMemory, NextPoll } from '../frontier/types.js';
import { backoffMs } from './backoff.js';

/** Between which bounds a feed's polling interval is learned, in milliseconds. */
export interface PollBounds {
  readonly minMs: number;
  readonly maxMs: number;
}

/** Longest pause after failures, unless the feed's own interval is longer. */
const MAX_BACKOFF_MS = 86_400_000;
/** Share of an interval that polls are spread over, so that feeds added together part ways. */
const SPREAD = 0.1;
/** A host that is busy is free again soon; the frontier waits, no worker does. */
const MIN_BUSY_MS = 100;

/** The service's bounds, narrowed or widened by the feed's own. */
const boundsOf = ({ settings }: ClaimedFeed, { minMs, maxMs }: PollBounds): PollBounds => {
  const least = settings.minIntervalMs ?? minMs;
  return { minMs: least, maxMs: Math.max(least, settings.maxIntervalMs ?? maxMs) };
};

/**
 * After a poll that was answered: the interval learned from the feed's dates and all polls so far, and
 * what it asks for.
 *
 * @param cacheFreshMs what the answer's caching headers ask for
 * @param now milliseconds since the epoch
 */
export const afterSuccess =
  (
    feed: ClaimedFeed,
    bounds: PollBounds,
    { hints, published }: FeedMemory,
    cacheFreshMs: number | null,
    now: number,
  ) =>
  (fresh: number): NextPoll => {
    const polls = [...feed.history, { atMs: now, fresh }];
    const asked = { ...hints, cacheFreshMs };
    const { intervalMs, why } = learnInterval(
      { polls, published },
      asked,
      boundsOf(feed, bounds),
      now,
    );
    return { intervalMs, why, afterMs: intervalMs * (1 + SPREAD * spreadOf(feed.id)) };
  };

/** A feed's own place in the spread, 0 to 1: the same at each poll, so that its rhythm stays even. */
const spreadOf = (id: string): number => parseInt(id.slice(0, 8), 16) / 0xffffffff || 0;

/** After a failure: exponential, spread, and never sooner than the server asked. */
export function afterFailure(
  feed: ClaimedFeed,
  failures: number,
  askedMs: number,
  bounds: PollBounds,
  random: number,
): () => NextPoll {
  const { minMs, maxMs } = boundsOf(feed, bounds);
  const baseMs = Math.min(Math.max(feed.intervalMs, minMs), maxMs);
  const policy = { baseMs, maxMs: Math.max(baseMs, MAX_BACKOFF_MS) };
  const afterMs = backoffMs(failures, askedMs, policy, random);
  const why = `waits after ${failures === 1 ? 'a failure' : `${failures} failures in a row`}`;
  return () => ({ intervalMs: feed.intervalMs, why, afterMs });
}

/** After a poll that was none, as its host was busy with others. */
export const afterBusy =
  ({ intervalMs }: ClaimedFeed, askedMs: number) =>
  (): NextPoll => ({
    intervalMs,
    why: 'waits for its host',
    afterMs: Math.max(askedMs, MIN_BUSY_MS),
  });
