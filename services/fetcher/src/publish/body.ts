import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Body } from '@tocsin/contracts';
import type { BlobStore } from './blob-store.port.js';

/** Compressed bytes up to this travel within the record. */
export const INLINE_MAX_BYTES = 256 * 1024;

const compress = promisify(gzip);

/** SHA-256 of a decoded body, hex: equal means nothing new. */
export const contentHashOf = (body: Uint8Array): string =>
  createHash('sha256').update(body).digest('hex');

/**
 * A body as its record carries it: compressed, inline or by claim check.
 *
 * @param gzipped the same body as it came over the wire, where it came compressed: it is not
 *   compressed a second time
 */
export async function packBody(
  body: Uint8Array,
  contentHash: string,
  blobs: BlobStore,
  gzipped: Uint8Array | null = null,
): Promise<Body> {
  const compressed = gzipped ?? (await compress(body));
  if (compressed.length <= INLINE_MAX_BYTES)
    return { kind: 'inline', encoding: 'gzip', base64: Buffer.from(compressed).toString('base64') };
  await blobs.put(contentHash, compressed);
  return { kind: 'blob', encoding: 'gzip', blobKey: contentHash };
}
