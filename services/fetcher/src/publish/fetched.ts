import type { ArticleFetched, FeedItem } from '@tocsin/contracts';
import type { OutgoingRecord } from '@tocsin/messaging';
import type { StoredVersion } from '../frontier/types.js';
import type { BlobStore } from './blob-store.port.js';
import { packBody } from './body.js';
import { toRecord } from './record.js';

/** A body that came, and where from; by fetch or by push. */
export interface Fetched {
  readonly version: StoredVersion;
  readonly requestedUrl: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly feedItem: FeedItem | null;
  readonly trace: Readonly<Record<string, string>>;
}

/** Headers that a later stage may want; all others stay behind. */
const KEPT_HEADERS = ['content-type', 'content-language', 'last-modified', 'etag'];

/** The `article-fetched` record of a body; a large one is in the blob store before this resolves. */
export async function fetchedRecord(fetched: Fetched, blobs: BlobStore): Promise<OutgoingRecord> {
  const { version, feedItem, requestedUrl, status, trace } = fetched;
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
    lane: 'live',
    feedItem,
    status,
    headers: Object.fromEntries(kept) as Record<string, string>,
    fetchedAt,
    contentHash: version.contentHash,
    body: await packBody(fetched.body, version.contentHash, blobs),
  };
  return toRecord('article-fetched', version.articleId, value, {
    id: `${version.articleId}/${version.version}`,
    time: fetchedAt,
    trace,
  });
}
