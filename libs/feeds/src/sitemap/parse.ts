import { decodeText } from '../feed/charset.js';
import { Entries } from './entries.js';
import { DEFAULT_SITEMAP_OPTIONS, type SitemapDocument, type SitemapOptions } from './model.js';
import { readTextSitemap } from './text.js';
import { unzip } from './unzip.js';
import { readXmlSitemap } from './xml.js';

/** Where the bytes came from. */
export interface SitemapSource {
  /** The sitemap's final URL, absolute: whose pages it may name, and what relative ones hang on. */
  readonly url: string;
  /** The response's `Content-Type`: only its charset is read, types are too often wrong. */
  readonly contentType?: string | null;
}

/**
 * Reads a sitemap of any kind (https://www.sitemaps.org/protocol.html): a set of pages, an index of
 * sitemaps, one with Google News' elements, plain text; gzip or not. RSS and Atom, which the protocol
 * allows too, are feeds and left to `parseFeed`: ERR_SITEMAP_IS_FEED says so.
 *
 * @throws SitemapError when the bytes are no sitemap or cost more than `options` allow
 * @throws TypeError when `source.url` is no absolute URL
 */
export function parseSitemap(
  bytes: Uint8Array,
  source: SitemapSource,
  options: Partial<SitemapOptions> = {},
): SitemapDocument {
  const { maxBytes, maxUrls, maxDepth, crossSite } = { ...DEFAULT_SITEMAP_OPTIONS, ...options };
  const unzipped = unzip(bytes, maxBytes);
  const { text, encoding } = decodeText(unzipped.bytes, source.contentType ?? null);
  const entries = new Entries(source.url, maxUrls, crossSite);
  const isText = !text.trimStart().startsWith('<');
  if (isText) readTextSitemap(text, entries);
  const xml = isText ? null : readXmlSitemap(text, entries, maxDepth);
  const { urls, sitemaps, dropped } = entries;
  return {
    kind: xml?.kind ?? 'text',
    encoding,
    urls,
    sitemaps,
    dropped,
    truncated: unzipped.cutOff || dropped.overCap > 0 || (xml?.cutOff ?? false),
  };
}
