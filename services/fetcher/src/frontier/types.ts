import type { FeedItem } from '@tocsin/contracts';
import type { HostLease, Validators } from '@tocsin/fetching';

/** A feed whose turn it is; valid while nobody else has taken the lease. */
export interface ClaimedFeed extends Validators {
  readonly id: string;
  readonly url: string;
  readonly leaseToken: string;
  readonly intervalMs: number;
  readonly failures: number;
}

/** A page whose turn it is, with its host's lease. */
export interface ClaimedPage extends Validators {
  readonly id: string;
  readonly url: string;
  readonly leaseToken: string;
  readonly hostLease: HostLease;
  readonly feedItem: FeedItem | null;
  /** Fetches of this URL that began before, failed ones. */
  readonly attempts: number;
  /** `traceparent` of the poll that discovered it. */
  readonly pollTrace: string | null;
}

/** A page that a feed names. */
export interface Discovered {
  readonly id: string;
  readonly url: string;
  readonly host: string;
  readonly item: FeedItem;
}

/** How a poll of a feed ended. */
export interface PollEnd extends Validators {
  readonly title: string | null;
  readonly kind: string | null;
  readonly discovered: readonly Discovered[];
  readonly code: string;
  readonly reason: string;
  readonly failures: number;
  readonly intervalMs: number;
  /** Milliseconds from now; differs from the interval when the server asked for more patience. */
  readonly nextPollMs: number;
  readonly pollTrace: string | null;
}

/** A body that was published. */
export interface StoredVersion {
  readonly articleId: string;
  readonly url: string;
  readonly version: number;
  readonly contentHash: string;
}

/** How a fetch of a page ended. */
export type PageEnd =
  | ({
      readonly kind: 'fetched';
      readonly stored: StoredVersion | null;
      readonly articleId: string;
    } & Validators)
  | { readonly kind: 'rejected' | 'failed'; readonly code: string; readonly reason: string }
  /** Later again; `counted` is false when no request was made. */
  | {
      readonly kind: 'again';
      readonly code: string;
      readonly reason: string;
      readonly afterMs: number;
      readonly counted: boolean;
    };

/** Milliseconds that a claim lasts unless renewed: a killed worker's work is taken up after it. */
export const CLAIM_MS = 15_000;
