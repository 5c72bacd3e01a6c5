import type { FeedSummary } from '@tocsin/contracts';

/** The lanes that a feed's pages may be told to take. */
export const FEED_LANES = ['auto', 'live', 'backfill'] as const;
export const FEED_STATES = ['active', 'paused', 'parked', 'stopped'] as const;
export type FeedState = (typeof FEED_STATES)[number];

/** What may be set for one feed; what is not set is as for all. */
export interface FeedSettings {
  readonly minIntervalMs?: number;
  readonly maxIntervalMs?: number;
  readonly hostDelayMs?: number;
  readonly lane?: (typeof FEED_LANES)[number];
  readonly recheck?: boolean;
}

/** What may be said of a feed when it is added or later. */
export interface FeedChange {
  readonly title?: string;
  /** -10 to 10; of what is due, the higher goes first. */
  readonly priority?: number;
  readonly tags?: readonly string[];
  readonly settings?: FeedSettings;
}

/** A feed as the fetcher shows it; times are ISO 8601. */
export interface FeedView extends FeedSummary {
  readonly priority: number;
  readonly tags: readonly string[];
  readonly settings: FeedSettings;
  readonly intervalMs: number;
  /** How the interval came about. */
  readonly intervalWhy: string | null;
  readonly movedFrom: string | null;
  readonly addedAt: string;
}

/** One poll. */
export interface FeedOutcome {
  readonly at: string;
  readonly code: string;
  readonly reason: string | null;
  readonly status: number | null;
  readonly items: number;
  /** Items that were not known before. */
  readonly fresh: number;
  readonly tookMs: number;
}

/** A feed and what became of it. */
export interface FeedDetail {
  readonly feed: FeedView;
  /** Newest first. */
  readonly outcomes: readonly FeedOutcome[];
  readonly quiet: { readonly since: string | null; readonly why: string };
  readonly urls: Readonly<Record<'pending' | 'fetched' | 'rejected' | 'failed', number>>;
  /** Why pages were refused or failed, the most frequent first. */
  readonly ends: readonly { readonly code: string; readonly urls: number }[];
}

/** A feed that a page names. */
export interface FeedCandidate {
  readonly url: string;
  readonly title: string | null;
  readonly kind: string | null;
  /** Declared by the page, linked by it, or guessed from where feeds usually lie. */
  readonly by: string;
}

/** What there is at an address. */
export interface FeedProbe {
  readonly status: 'fetched' | 'refused' | 'failed';
  readonly code: string;
  readonly reason: string | null;
  readonly url: string;
  readonly finalUrl: string | null;
  readonly kind: string | null;
  readonly title: string | null;
  readonly siteUrl: string | null;
  /** Null when robots.txt was not reached. */
  readonly robots: {
    readonly allowed: boolean;
    readonly reason: string;
    readonly crawlDelaySeconds: number | null;
  } | null;
  readonly itemCount: number;
  readonly items: readonly {
    readonly url: string;
    readonly title: string | null;
    readonly publishedAt: string | null;
  }[];
  readonly candidates: readonly FeedCandidate[];
}

/** What an import did. */
export interface FeedImport {
  readonly added: number;
  readonly known: number;
  readonly refused: readonly {
    readonly url: string;
    readonly code: string;
    readonly reason: string;
  }[];
}
