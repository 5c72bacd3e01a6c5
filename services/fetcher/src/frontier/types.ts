import type { FeedItem } from '@tocsin/contracts';
import type { PollHints } from '@tocsin/feeds';
import type { HostLease, Validators } from '@tocsin/fetching';

/** Fresh news, or archives and old items, which never delay it. */
export type Lane = 'live' | 'backfill';

/** How one feed is treated apart from the others; what is missing follows the service's settings. */
export interface FeedSettings {
  /** Milliseconds; bounds of the learned polling interval. */
  readonly minIntervalMs?: number;
  readonly maxIntervalMs?: number;
  /** Milliseconds between two requests to its host; what robots.txt asks for still wins when longer. */
  readonly hostDelayMs?: number;
  /** `auto`, the default, decides by each item's date. */
  readonly lane?: 'auto' | Lane;
  /** False: its articles are not read again for changes. */
  readonly recheck?: boolean;
}

/** One poll of the past: when it was, and how many pages it found that were not known before. */
export interface PastPoll {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly fresh: number;
}

/** What a feed's last body said of when to poll it. */
export interface FeedMemory {
  readonly hints: PollHints | null;
  /** Dates of its newest items, milliseconds since the epoch. */
  readonly published: readonly number[];
}

/** A feed whose turn it is, with its host's lease; valid while nobody else has taken it. */
export interface ClaimedFeed extends Validators {
  readonly id: string;
  readonly url: string;
  readonly leaseToken: string;
  readonly hostLease: HostLease;
  readonly intervalMs: number;
  readonly failures: number;
  /** Milliseconds since the epoch of the first of the failures that go on; null when there is none. */
  readonly failingSinceMs: number | null;
  readonly settings: FeedSettings;
  readonly priority: number;
  readonly kind: string | null;
  /** SHA-256 of the last body, hex. */
  readonly bodyHash: string | null;
  readonly memory: FeedMemory;
  /** Whether it was ever polled with success. */
  readonly known: boolean;
  /** Newest last. */
  readonly history: readonly PastPoll[];
}

/** A page whose turn it is, with its host's lease. */
export interface ClaimedPage extends Validators {
  readonly id: string;
  readonly url: string;
  /** Where an earlier attempt had come to along its redirects; the attempt goes on there. */
  readonly resumeUrl: string | null;
  readonly leaseToken: string;
  readonly hostLease: HostLease;
  readonly feedItem: FeedItem | null;
  readonly feedSettings: FeedSettings;
  readonly lane: Lane;
  /** Fetches of this URL that began before, failed ones. */
  readonly attempts: number;
  /** What is published of the article that it is, unless it redirects to another. */
  readonly stored: CurrentVersion | null;
  /** True when it was fetched before and is read again for changes. */
  readonly again: boolean;
  /** How often it was read again. */
  readonly rechecks: number;
  /** `traceparent` of the poll that discovered it. */
  readonly pollTrace: string | null;
}

/** What one claim took. */
export interface ClaimedWork {
  readonly feeds: readonly ClaimedFeed[];
  readonly pages: readonly ClaimedPage[];
  /** Leases of hosts that turned out to have nothing due. */
  readonly idle: readonly HostLease[];
}

/** A page that a feed names. */
export interface Discovered {
  readonly id: string;
  readonly url: string;
  readonly host: string;
  readonly lane: Lane;
  readonly item: FeedItem;
}

/** A source that a source names: the sitemaps of an index. */
export interface DiscoveredSource {
  /** Hash of the normalised URL. */
  readonly id: string;
  readonly url: string;
  readonly host: string;
}

/** When a feed is polled next, and why then. */
export interface NextPoll {
  readonly intervalMs: number;
  readonly why: string;
  /** Milliseconds from now; differs from the interval when the server asked for more patience. */
  readonly afterMs: number;
}

/** How a poll of a feed ended. */
export interface PollEnd extends Validators {
  readonly code: string;
  readonly reason: string;
  /** Of the final answer; null when there was none. */
  readonly status: number | null;
  readonly tookMs: number;
  readonly title: string | null;
  readonly kind: string | null;
  readonly bodyHash: string | null;
  readonly memory: FeedMemory;
  readonly discovered: readonly Discovered[];
  readonly sources: readonly DiscoveredSource[];
  /** Failures in a row, this one included. */
  readonly failures: number;
  /** Whether the poll was one at all: false when its host was only busy with others. */
  readonly counted: boolean;
  /** Where permanent redirects lead; null when the feed stays where it is. */
  readonly movedTo: DiscoveredSource | null;
  /** Why it is polled no more, or null. */
  readonly parkedFor: string | null;
  readonly pollTrace: string | null;
  /** @param fresh how many of the discovered pages were new */
  readonly next: (fresh: number) => NextPoll;
}

/** A body that was published. */
export interface StoredVersion {
  readonly articleId: string;
  readonly url: string;
  readonly version: number;
  readonly contentHash: string;
}

/** The newest published version of an article. */
export interface CurrentVersion extends StoredVersion {
  /** When the article was last seen with this content, milliseconds since the epoch; at least the version. */
  readonly seenUntil: number;
}

/** How a fetch of a page ended. */
export type PageEnd =
  | ({
      readonly kind: 'fetched';
      readonly stored: StoredVersion | null;
      readonly articleId: string;
      /** Milliseconds from now until it is read again, null for never. */
      readonly recheckMs: number | null;
    } & Validators)
  | { readonly kind: 'rejected' | 'failed'; readonly code: string; readonly reason: string }
  /** It was fetched before and can't be read again now: what was stored stays. */
  | {
      readonly kind: 'kept';
      readonly code: string;
      readonly reason: string;
      readonly recheckMs: number | null;
    }
  /** Later again; `counted` is false when no request was made. */
  | {
      readonly kind: 'again';
      readonly code: string;
      readonly reason: string;
      readonly afterMs: number;
      readonly counted: boolean;
      /** Where along its redirects it goes on; null for the start. */
      readonly resumeUrl: string | null;
    };

/** Milliseconds that a claim lasts unless renewed: a killed worker's work is taken up after it. */
export const CLAIM_MS = 15_000;
