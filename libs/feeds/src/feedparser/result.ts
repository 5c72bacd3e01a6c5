import { decodeText } from '../feed/charset.js';
import { DEFAULT_FEED_LIMITS, FeedError } from '../feed/model.js';
import type { FeedSource } from '../feed/parse.js';
import { readDocument } from '../feed/read-document.js';
import { encodingName } from './encoding.js';
import { sectionDictionary, type Dictionary } from './section.js';

/** What feedparser (https://feedparser.readthedocs.io) answers, as far as its own cases look at it. */
export interface FeedparserResult {
  readonly feed: Dictionary;
  readonly entries: readonly Dictionary[];
  readonly version: string;
  readonly encoding: string;
  readonly bozo: boolean;
}

/**
 * A feed in feedparser's shape, for those who compare: its names, tuples and aliases over what
 * `parseFeed` itself reads. Bytes that are no feed give an empty result, as there.
 */
export function toFeedparser(bytes: Uint8Array, source: FeedSource = {}): FeedparserResult {
  const contentType = source.contentType ?? null;
  const decoded = decodeText(bytes, contentType);
  const encoding = encodingName(decoded, contentType);
  const surroundings = { base: source.url ?? '', language: source.contentLanguage ?? null };
  try {
    const { feed, entries, version, repaired } = readDocument(
      decoded,
      surroundings,
      DEFAULT_FEED_LIMITS,
    );
    return {
      feed: sectionDictionary(feed),
      entries: entries.map(sectionDictionary),
      version,
      encoding,
      bozo: repaired || decoded.by === 'fallback',
    };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return { feed: {}, entries: [], version: '', encoding, bozo: true };
  }
}
