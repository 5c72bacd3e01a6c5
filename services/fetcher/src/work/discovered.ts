import { normaliseUrl, urlId } from '@tocsin/feeds';
import { hostOf } from '@tocsin/fetching';
import type { Discovered, DiscoveredSource, FeedSettings } from '../frontier/types.js';
import { laneOf } from './lane.js';
import type { SourceDocument } from './read-source.js';

/** Whose items they are. */
export interface ItemOwner {
  readonly url: string;
  readonly settings: FeedSettings;
  /** Whether it was read before. */
  readonly known: boolean;
}

/** A source by its address: known by the normal form, asked for as written; null when it is none. */
export function sourceAt(url: string): DiscoveredSource | null {
  const normalised = normaliseUrl(url);
  if (normalised === null || !/^https?:\/\/[^/]/.test(normalised)) return null;
  const parsed = new URL(url.trim());
  return { id: urlId(normalised), url: parsed.href, host: hostOf(parsed) };
}

/**
 * The pages that a source names, each once, known by their normal form and asked for as written.
 *
 * @param now milliseconds since the epoch
 */
export function discoveredIn(
  document: Pick<SourceDocument, 'items' | 'archive'>,
  owner: ItemOwner,
  now: number,
): Discovered[] {
  const archive = document.archive && !owner.known;
  const found = new Map<string, Discovered>();
  for (const { url, title, publishedAt, authors, summary } of document.items) {
    const at = sourceAt(url);
    if (!at || found.has(at.id)) continue;
    const lane = laneOf({ publishedAt, setting: owner.settings.lane, archive }, now);
    const item = { feedUrl: owner.url, title, publishedAt, authors: [...authors], summary };
    found.set(at.id, { ...at, lane, item });
  }
  return [...found.values()];
}
