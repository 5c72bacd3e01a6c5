import {
  decodeText,
  FeedError,
  frontPageLinks,
  parseFeed,
  parseSitemap,
  SitemapError,
  type FeedDocument,
  type PollHints,
} from '@tocsin/feeds';
import type { FeedItem } from '@tocsin/contracts';

/** An entry of a source: a page, and what the source says of it. */
export type SourceItem = Omit<FeedItem, 'feedUrl'> & { readonly url: string };

/** A feed, sitemap or front page, in the terms that they share. */
export interface SourceDocument {
  readonly kind: FeedDocument['kind'] | 'sitemap' | 'sitemap-index' | 'site';
  readonly title: string | null;
  readonly siteUrl: string | null;
  readonly items: readonly SourceItem[];
  /** Further sources: the sitemaps of an index. */
  readonly sources: readonly string[];
  readonly hints: PollHints | null;
  /** Whether it lists what the site has, and not only what is new. */
  readonly archive: boolean;
}

/** A response that may be a source. */
export interface SourceAnswer {
  readonly url: string;
  readonly contentType: string | null;
  readonly body: Uint8Array;
}

/**
 * Reads a source of whatever kind it is: a feed, else a sitemap, else a page with links to articles.
 *
 * @throws FeedError, SitemapError
 */
export function readSource(answer: SourceAnswer): SourceDocument {
  try {
    return fromFeed(parseFeed(answer.body, answer));
  } catch (error) {
    if (!(error instanceof FeedError) || error.code !== 'ERR_FEED_UNRECOGNISED') throw error;
  }
  try {
    return fromSitemap(answer);
  } catch (error) {
    const isOther = error instanceof SitemapError && error.code === 'ERR_SITEMAP_UNRECOGNISED';
    if (!isOther || !isPage(answer)) throw error;
  }
  return fromPage(answer);
}

function fromFeed({ kind, title, siteUrl, items, pollHints }: FeedDocument): SourceDocument {
  return {
    kind,
    title,
    siteUrl,
    items: items.map(({ url, title, publishedAt, authors, summary }) => ({
      url,
      title,
      publishedAt,
      authors: [...authors],
      summary,
    })),
    sources: [],
    hints: pollHints,
    archive: false,
  };
}

function fromSitemap({ body, url, contentType }: SourceAnswer): SourceDocument {
  const { kind, urls, sitemaps } = parseSitemap(body, { url, contentType });
  return {
    kind: kind === 'sitemap-index' ? 'sitemap-index' : 'sitemap',
    title: urls.find(({ news }) => news?.publicationName)?.news?.publicationName ?? null,
    siteUrl: null,
    items: urls.map(({ url, lastModified, news }) => ({
      url,
      title: news?.title ?? null,
      publishedAt: news?.publishedAt ?? lastModified,
      authors: [],
      summary: null,
    })),
    sources: sitemaps.map((sitemap) => sitemap.url),
    hints: null,
    archive: urls.every(({ news }) => news === null),
  };
}

function fromPage({ body, url, contentType }: SourceAnswer): SourceDocument {
  const { text } = decodeText(body, contentType);
  return {
    kind: 'site',
    title: null,
    siteUrl: url,
    items: frontPageLinks(text, url).map((link) => ({
      url: link.url,
      title: link.title,
      publishedAt: null,
      authors: [],
      summary: null,
    })),
    sources: [],
    hints: null,
    archive: false,
  };
}

const isPage = ({ contentType, body }: SourceAnswer): boolean =>
  /html/i.test(contentType ?? '') ||
  /<(!doctype html|html)\b/i.test(Buffer.from(body.subarray(0, 1_024)).toString('latin1'));
