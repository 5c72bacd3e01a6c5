/** The families of syndication formats. */
export type FeedKind = 'rss' | 'atom' | 'rdf' | 'json';

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
  readonly authors: readonly string[];
  /** Markup as the feed carries it: whoever shows it must render it inert. */
  readonly summary: string | null;
}

/** A feed read. */
export interface FeedDocument {
  readonly kind: FeedKind;
  readonly title: string | null;
  /** The site that the feed belongs to. */
  readonly siteUrl: string | null;
  readonly encoding: string;
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
  readonly code: 'ERR_FEED_UNRECOGNISED' | 'ERR_FEED_MALFORMED' | 'ERR_FEED_TOO_DEEP';
  constructor(code: FeedError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FeedError';
    this.code = code;
  }
}
