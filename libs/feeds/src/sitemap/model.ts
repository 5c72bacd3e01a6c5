/** `<news:news>` of an entry: what Google News is told of an article. */
export interface SitemapNews {
  readonly title: string | null;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string | null;
  /** As written, ISO 639 by the rules. */
  readonly language: string | null;
  readonly publicationName: string | null;
}

export type ChangeFrequency =
  'always' | 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly' | 'never';

/** One page. */
export interface SitemapUrl {
  /** Absolute, http or https; as the sitemap wrote it, not normalised. */
  readonly url: string;
  /** ISO 8601 in UTC. */
  readonly lastModified: string | null;
  readonly changeFrequency: ChangeFrequency | null;
  readonly news: SitemapNews | null;
}

/** One further sitemap that an index names. */
export interface SitemapReference {
  readonly url: string;
  readonly lastModified: string | null;
}

/** Entries that were read and left out, counted by reason. */
export interface SitemapDropped {
  /** Of another site than the sitemap's own, which the protocol doesn't let it speak for. */
  readonly otherSite: number;
  /** Without an address, with one that is too long, or that is neither http nor https. */
  readonly notWeb: number;
  /** Beyond the cap. */
  readonly overCap: number;
}

/** A sitemap read. */
export interface SitemapDocument {
  readonly kind: 'sitemap' | 'sitemap-index' | 'text';
  readonly encoding: string;
  readonly urls: readonly SitemapUrl[];
  readonly sitemaps: readonly SitemapReference[];
  readonly dropped: SitemapDropped;
  /** Whether something is missing: entries beyond the cap, or the end of the document. */
  readonly truncated: boolean;
}

/** What a sitemap may cost, and whose pages it may name. */
export interface SitemapOptions {
  /** Bytes after decompression; by the protocol 50 MiB. */
  readonly maxBytes: number;
  /** Entries that are kept; by the protocol 50,000. */
  readonly maxUrls: number;
  /** Open elements at once. */
  readonly maxDepth: number;
  /** Whether pages of other sites are kept: right when that site's robots.txt names this sitemap. */
  readonly crossSite: boolean;
}

export const DEFAULT_SITEMAP_OPTIONS: SitemapOptions = {
  maxBytes: 50 * 1024 * 1024,
  maxUrls: 50_000,
  maxDepth: 32,
  crossSite: false,
};

export type SitemapErrorCode =
  | 'ERR_SITEMAP_UNRECOGNISED'
  | 'ERR_SITEMAP_IS_FEED'
  | 'ERR_SITEMAP_TOO_LARGE'
  | 'ERR_SITEMAP_TOO_DEEP'
  | 'ERR_SITEMAP_BROKEN_GZIP';

/** The bytes are no sitemap that we can read; `code` says in which way. */
export class SitemapError extends Error {
  readonly code: SitemapErrorCode;
  constructor(code: SitemapErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SitemapError';
    this.code = code;
  }
}
