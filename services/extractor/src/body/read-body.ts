import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { PayloadOf } from '@tocsin/contracts';
import { PermanentError } from '@tocsin/messaging';
import type { BlobStore } from './blob-store.port.js';

const unzip = promisify(gunzip);

/** Bytes; the fetcher's own cap is lower, so only a hostile or broken record is larger. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

/**
 * The response's bytes, out of the record or by claim check.
 * @throws PermanentError (POISON) when they are not what the record says, (TOO_LARGE) beyond the cap.
 */
export async function readBody(
  body: PayloadOf<'article-fetched'>['body'],
  blobs: BlobStore,
): Promise<Uint8Array> {
  const stored =
    body.kind === 'inline' ? Buffer.from(body.base64, 'base64') : await blobs.get(body.blobKey);
  if (body.encoding === 'identity') return stored;
  try {
    return await unzip(stored, { maxOutputLength: MAX_BODY_BYTES });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new PermanentError(
        'ERR_EXTRACT_BODY_TOO_LARGE',
        `The body is larger than ${MAX_BODY_BYTES} bytes.`,
        'TOO_LARGE',
        { cause },
      );
    }
    throw new PermanentError('ERR_EXTRACT_BODY', 'The body is no gzip stream.', 'POISON', {
      cause,
    });
  }
}
