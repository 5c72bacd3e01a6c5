import { decodeText } from './charset.js';
import { plainText, webUrl } from './clean.js';
import { itemOf, pageLink, plainOf } from './items.js';
import { readJsonFeed } from './json.js';
import { DEFAULT_FEED_LIMITS, type FeedDocument, type FeedKind, type FeedLimits } from './model.js';
import { pollHints } from './poll-hints.js';
import { readDocument, type ReadDocument } from './read-document.js';

/** Where the bytes came from. */
export interface FeedSource {
  /** What relative links are taken against: the feed's final URL. */
  readonly url?: string;
  /** The response's `Content-Type`. */
  readonly contentType?: string | null;
  /** The response's `Content-Language`. */
  readonly contentLanguage?: string | null;
}

function kindOf({ version, root }: ReadDocument): FeedKind {
  if (version.startsWith('atom') || root.name === 'feed' || root.name === 'entry') return 'atom';
  if (root.name === 'rdf_rdf') return 'rdf';
  return version === 'cdf' ? 'cdf' : 'rss';
}

/**
 * Reads a feed of any kind from its bytes: decodes, mends, parses and cleans it. Links that are not
 * http or https are dropped, entities that it declares never grow, and it costs at most what
 * `limits` allow.
 *
 * @throws FeedError when the bytes are no feed
 */
export function parseFeed(
  bytes: Uint8Array,
  source: FeedSource = {},
  limits: FeedLimits = DEFAULT_FEED_LIMITS,
): FeedDocument {
  const decoded = decodeText(bytes, source.contentType ?? null);
  const { encoding, text } = decoded;
  if (text.trimStart().startsWith('{')) return readJsonFeed(text, source.url, encoding, limits);
  const surroundings = { base: source.url ?? '', language: source.contentLanguage ?? null };
  const document = readDocument(decoded, surroundings, limits);
  const { feed, entries, version } = document;
  const kind = kindOf(document);
  const rules = {
    base: source.url,
    maxTextChars: limits.maxTextChars,
    isAtom: kind === 'atom',
    authors: feed.authors,
  };
  const items = entries.map((entry) => itemOf(entry, rules)).filter((item) => item !== null);
  return {
    kind,
    version: version || null,
    title: plainOf(feed.texts.get('title'), rules),
    siteUrl: webUrl(pageLink(feed), source.url),
    language: plainText(feed.values.get('language'), limits.maxTextChars),
    encoding,
    pollHints: pollHints(feed),
    items,
    itemsWithoutUrl: entries.length - items.length,
    truncated: document.truncated,
    repaired: document.repaired,
  };
}
