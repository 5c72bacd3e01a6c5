import type { ArticleFetched, FeedItem } from '@tocsin/contracts';
import type { OutgoingRecord } from '@tocsin/messaging';
import type { Lane, StoredVersion } from '../frontier/types.js';
import type { BlobStore } from './blob-store.port.js';
import { packBody } from './body.js';
import { toRecord } from './record.js';

/** A body that came, and where from; by fetch or by push. */
export interface Fetched {
  readonly version: StoredVersion;
  readonly requestedUrl: string;
  readonly lane: Lane;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The body compressed already, where it came so; it must inflate to `body`. */
  readonly gzipped?: Uint8Array | null;
  readonly feedItem: FeedItem | null;
  readonly trace: Readonly<Record<string, string>>;
}

const TOPICS = { live: 'article-fetched', backfill: 'article-fetched-backfill' } as const;

/** Headers that a later stage may want; all others stay behind. */
const KEPT_HEADERS = ['content-type', 'content-language', 'last-modified', 'etag'];

/**
 * The record of a body, on its lane's topic; a large body is in the blob store before this resolves.
 */
export async function fetchedRecord(fetched: Fetched, blobs: BlobStore): Promise<OutgoingRecord> {
  const { version, lane, feedItem, requestedUrl, status, trace } = fetched;
  const fetchedAt = new Date(version.version).toISOString();
  const kept = KEPT_HEADERS.flatMap((name) => {
    const value = fetched.headers[name];
    return value === undefined ? [] : [[name, value]];
  });
  const value: ArticleFetched = {
    articleId: version.articleId,
    version: version.version,
    url: version.url,
    requestedUrl,
    lane,
    feedItem,
    status,
    headers: Object.fromEntries(kept) as Record<string, string>,
    fetchedAt,
    contentHash: version.contentHash,
    body: await packBody(fetched.body, version.contentHash, blobs, fetched.gzipped),
  };
  return toRecord(TOPICS[lane], version.articleId, value, {
    id: `${version.articleId}/${version.version}`,
    time: fetchedAt,
    trace,
  });
}
