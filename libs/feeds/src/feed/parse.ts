import { parseFeed as readFeed } from 'feedsmith';
import { decodeText } from './charset.js';
import { cleanItem, plainText, webUrl } from './clean.js';
import { fromAtom, fromJson, fromRss, pageLink } from './drafts.js';
import {
  DEFAULT_FEED_LIMITS,
  FeedError,
  type FeedDocument,
  type FeedLimits,
  type ParsedItem,
} from './model.js';
import { repairXml } from './repair.js';
import type {
  DraftItem,
  RawAtomEntry,
  RawJsonItem,
  RawLink,
  RawRssItem,
  RawText,
} from './shapes.js';

/** Where the bytes came from. */
export interface FeedSource {
  /** What relative links are taken against: the feed's final URL. */
  readonly url?: string;
  /** The response's `Content-Type`. */
  readonly contentType?: string | null;
}

interface RawFeed {
  readonly title?: RawText | string;
  readonly link?: string;
  readonly home_page_url?: string;
  readonly links?: readonly RawLink[];
  readonly items?: readonly unknown[];
  readonly entries?: readonly unknown[];
}

function read(text: string, maxItems: number) {
  try {
    return readFeed(text, { maxItems: maxItems + 1 });
  } catch (cause) {
    const known = cause instanceof Error && cause.name === 'DetectError';
    throw known
      ? new FeedError('ERR_FEED_UNRECOGNISED', 'This is no RSS, Atom, RDF or JSON feed.', { cause })
      : new FeedError('ERR_FEED_MALFORMED', 'This feed cannot be read.', { cause });
  }
}

const drafts = {
  rss: (item: unknown) => fromRss(item as RawRssItem),
  rdf: (item: unknown) => fromRss(item as RawRssItem),
  atom: (item: unknown) => fromAtom(item as RawAtomEntry),
  json: (item: unknown) => fromJson(item as RawJsonItem),
} satisfies Record<FeedDocument['kind'], (item: unknown) => DraftItem>;

/**
 * Reads a feed of any kind from its bytes: decodes, mends, parses and cleans it. Links that are not
 * http or https are dropped, entities that it declares are never expanded, and it costs at most what
 * `limits` allow.
 *
 * @throws FeedError when the bytes are no feed
 */
export function parseFeed(
  bytes: Uint8Array,
  source: FeedSource = {},
  limits: FeedLimits = DEFAULT_FEED_LIMITS,
): FeedDocument {
  const { text, encoding } = decodeText(bytes, source.contentType ?? null);
  const isJson = text.trimStart().startsWith('{');
  const { xml, repaired } = isJson
    ? { xml: text, repaired: false }
    : repairXml(text, limits.maxDepth);
  const { format: kind, feed } = read(xml, limits.maxItems);
  const raw = feed as RawFeed;
  const rawItems = raw.items ?? raw.entries ?? [];
  const within = rawItems.slice(0, limits.maxItems);
  const items = within
    .map((item) => cleanItem(drafts[kind](item), source.url, limits.maxTextChars))
    .filter((item): item is ParsedItem => item !== null);
  const title = typeof raw.title === 'string' ? raw.title : raw.title?.value;
  return {
    kind,
    title: plainText(title, limits.maxTextChars),
    siteUrl: webUrl(raw.link ?? raw.home_page_url ?? pageLink(raw.links), source.url),
    encoding,
    items,
    itemsWithoutUrl: within.length - items.length,
    truncated: rawItems.length > limits.maxItems,
    repaired,
  };
}
