import type { Decoded } from './charset.js';
import { FeedError, type FeedLimits } from './model.js';
import type { Document } from './read/context.js';
import { readSections } from './read/read.js';
import { childrenOf } from './read/context.js';
import { repairXml } from './xml/repair.js';
import type { XmlElement } from './xml/element.js';
import { readTree, type Surroundings } from './xml/tree.js';

/** An XML feed with everything that it says. */
export interface ReadDocument extends Document {
  readonly root: XmlElement;
  /** Whether it was malformed and had to be mended. */
  readonly repaired: boolean;
}

const FEEDS = new Set(['rss', 'rdf_rdf', 'feed', 'channel', 'entry']);

/** The feed's own root, which careless software wraps into an element of its own. */
function feedRoot(root: XmlElement | null): XmlElement | null {
  if (root === null || FEEDS.has(root.name)) return root;
  return childrenOf(root).find((child) => FEEDS.has(child.name)) ?? null;
}

/**
 * Reads the text of an XML feed: mends it, parses it and reads what it says.
 *
 * @throws FeedError ERR_FEED_UNRECOGNISED, ERR_FEED_TOO_DEEP
 */
export function readDocument(
  { text }: Pick<Decoded, 'text'>,
  surroundings: Surroundings,
  { maxItems, maxDepth }: FeedLimits,
): ReadDocument {
  const { xml, repaired, doctype } = repairXml(text, maxDepth);
  const root = feedRoot(readTree(xml, surroundings, maxDepth));
  if (root === null)
    throw new FeedError('ERR_FEED_UNRECOGNISED', 'This is no RSS, Atom, RDF, CDF or JSON feed.');
  return { ...readSections(root, doctype, surroundings.language, maxItems), root, repaired };
}
