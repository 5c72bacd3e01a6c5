import type { PayloadOf } from '@tocsin/contracts';
import type { BlobStore } from './blob-store.port.js';

/** A response's bytes as they were stored: still compressed, and base64 where the record held them. */
export interface StoredBody {
  readonly encoding: 'gzip' | 'identity';
  readonly content: string | Uint8Array;
}

/** Out of the record or by claim check. Unpacked they are several times as large: that is left to whoever reads them. */
export async function storedBody(
  body: PayloadOf<'article-fetched'>['body'],
  blobs: BlobStore,
): Promise<StoredBody> {
  const content = body.kind === 'inline' ? body.base64 : await blobs.get(body.blobKey);
  return { encoding: body.encoding, content };
}
