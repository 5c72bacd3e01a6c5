import type { FeedSettings } from './types.js';

/** What a feed is doing: `parked` by us as it is dead or moved, `stopped` with all that it had queued. */
export type FeedState = 'active' | 'paused' | 'parked' | 'stopped';

/** A feed as the API shows it; times are ISO 8601 in UTC. */
export interface FeedView {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  /** rss, atom, rdf, cdf, json, sitemap, sitemap-index or site; null before the first poll. */
  readonly kind: string | null;
  readonly state: FeedState;
  readonly stateReason: string | null;
  /** -10 to 10. */
  readonly priority: number;
  readonly tags: readonly string[];
  readonly settings: FeedSettings;
  readonly intervalMs: number;
  readonly intervalWhy: string | null;
  readonly nextPollAt: Date;
  readonly polledAt: Date | null;
  /** When a poll last found something new. */
  readonly changedAt: Date | null;
  /** In a row. */
  readonly failures: number;
  /** Of the last poll. */
  readonly code: string | null;
  readonly reason: string | null;
  readonly movedFrom: string | null;
  readonly addedAt: Date;
}

/** The columns of a `FeedView`, of the table `feed`. */
export const FEED_VIEW = `feed.id, feed.url, title, kind, state, state_reason AS "stateReason", priority, tags,
  settings, interval_ms::float8 AS "intervalMs", interval_why AS "intervalWhy",
  next_poll_at AS "nextPollAt", polled_at AS "polledAt", changed_at AS "changedAt", failures, code,
  reason, moved_from AS "movedFrom", added_at AS "addedAt"`;

/** One poll as the API shows it. */
export interface PollView {
  readonly at: Date;
  readonly code: string;
  readonly reason: string | null;
  readonly status: number | null;
  readonly items: number;
  readonly fresh: number;
  readonly tookMs: number;
}
