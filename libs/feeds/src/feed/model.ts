/** The families of syndication formats. */
export type FeedKind = 'rss' | 'atom' | 'rdf' | 'cdf' | 'json';

/** A file that comes with an entry: an episode, a picture. Never an article. */
export interface Enclosure {
  /** Absolute, http or https. */
  readonly url: string;
  /** Media type as told. */
  readonly type: string | null;
  /** Bytes as told. */
  readonly length: number | null;
}

/** One entry, as the feed tells it: evidence, not truth. */
export interface ParsedItem {
  /** Absolute, http or https; as the feed wrote it, not normalised. */
  readonly url: string;
  /** `guid`, `id` or null. */
  readonly id: string | null;
  /** Plain text. */
  readonly title: string | null;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string | null;
  /** ISO 8601 in UTC. */
  readonly updatedAt: string | null;
  readonly authors: readonly string[];
  /** Plain text, each once. */
  readonly tags: readonly string[];
  readonly enclosures: readonly Enclosure[];
  /** HTML that is inert: allow-listed elements and attributes, absolute addresses. */
  readonly summary: string | null;
}

/** What a feed says about how often it is worth asking. Advice: whoever polls keeps its own bounds. */
export interface PollHints {
  /** How long an answer stays fresh (RSS' `ttl`). */
  readonly ttlMs: number | null;
  /** Time between two updates (`sy:updatePeriod` by `sy:updateFrequency`). */
  readonly updatePeriodMs: number | null;
  /** Hours of the day in UTC, 0 to 23, in which nothing is published. */
  readonly skipHours: readonly number[];
  /** Days of the week in UTC, Sunday 0, on which nothing is published. */
  readonly skipDays: readonly number[];
}

/** A feed read. */
export interface FeedDocument {
  readonly kind: FeedKind;
  /** `rss20`, `rss091u`, `atom10`, `atom03`, `rss10`, `json`, …; null when it does not tell. */
  readonly version: string | null;
  readonly title: string | null;
  /** The site that the feed belongs to. */
  readonly siteUrl: string | null;
  /** As told, BCP 47 where the feed keeps to it. */
  readonly language: string | null;
  readonly encoding: string;
  readonly pollHints: PollHints;
  readonly items: readonly ParsedItem[];
  /** Entries left out because they name no http or https page. */
  readonly itemsWithoutUrl: number;
  /** Whether the item cap cut the rest off. */
  readonly truncated: boolean;
  /** Whether the document was malformed and had to be mended. */
  readonly repaired: boolean;
}

/** Caps that keep a hostile feed cheap. */
export interface FeedLimits {
  readonly maxItems: number;
  /** Open elements at once. */
  readonly maxDepth: number;
  /** Characters of any one title, author or summary. */
  readonly maxTextChars: number;
}

export const DEFAULT_FEED_LIMITS: FeedLimits = {
  maxItems: 10_000,
  maxDepth: 256,
  maxTextChars: 10_000,
};

/** The bytes are no feed that we can read; `code` says in which way. */
export class FeedError extends Error {
  readonly code: 'ERR_FEED_UNRECOGNISED' | 'ERR_FEED_TOO_DEEP' | 'ERR_FEED_TOO_SLOW';
  constructor(code: FeedError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FeedError';
    this.code = code;
  }
}
