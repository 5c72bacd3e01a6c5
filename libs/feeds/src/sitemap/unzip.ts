import { constants, gunzipSync } from 'node:zlib';
import { SitemapError } from './model.js';

/** A file that is compressed, and was compressed once more on its way, is still one file. */
const MAX_LAYERS = 2;

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

const tooLarge = (maxBytes: number) =>
  new SitemapError('ERR_SITEMAP_TOO_LARGE', `More than ${maxBytes} bytes.`);

/** Bytes out of gzip, and whether their end is missing. */
export interface Unzipped {
  readonly bytes: Uint8Array;
  readonly cutOff: boolean;
}

function unzipOnce(bytes: Uint8Array, maxBytes: number): Unzipped {
  const limit = { maxOutputLength: maxBytes };
  try {
    return { bytes: gunzipSync(bytes, limit), cutOff: false };
  } catch (error) {
    // Anything else but a missing end has no beginning worth reading.
    if (codeOf(error) !== 'Z_BUF_ERROR') throw error;
    const lenient = { ...limit, finishFlush: constants.Z_SYNC_FLUSH };
    const beginning = gunzipSync(bytes, lenient);
    if (beginning.length === 0) throw error;
    return { bytes: beginning, cutOff: true };
  }
}

/**
 * Decompresses what is gzip, by its first bytes and whatever its name or type say; a stream whose end
 * is missing gives what came. Stops at the cap, so that a bomb costs no more than a large sitemap.
 *
 * @throws SitemapError ERR_SITEMAP_TOO_LARGE, ERR_SITEMAP_BROKEN_GZIP
 */
export function unzip(input: Uint8Array, maxBytes: number): Unzipped {
  let current: Unzipped = { bytes: input, cutOff: false };
  try {
    for (let layer = 0; layer < MAX_LAYERS && isGzip(current.bytes); layer++) {
      const { bytes, cutOff } = unzipOnce(current.bytes, maxBytes);
      current = { bytes, cutOff: cutOff || current.cutOff };
    }
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    const message = 'This gzip stream cannot be read.';
    throw new SitemapError('ERR_SITEMAP_BROKEN_GZIP', message, { cause });
  }
  if (current.bytes.length > maxBytes) throw tooLarge(maxBytes);
  return current;
}
