import { pipeline, type Duplex, type Readable } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib';
import { FetchFailure } from '../outcome/fetch-failure.js';

/** Content codings that we ask for. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  // RFC 9659 caps the window at 8 MiB: more would let a tiny body claim much memory.
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
};

/** A page needs one coding; long chains exist only to multiply. */
const MAX_CODINGS = 2;

function decodersFor(contentEncoding: string): Duplex[] {
  const codings = contentEncoding
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_CODINGS)
    throw new FetchFailure('ERR_FETCH_ENCODING', `${codings.length} content codings are too many.`);
  return codings.reverse().map((coding) => {
    const make = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    if (!make)
      throw new FetchFailure(
        'ERR_FETCH_ENCODING',
        `The content coding "${coding.slice(0, 40)}" is unknown.`,
      );
    return make();
  });
}

/** What to do with a body that exceeds its cap. */
export type OnExcess = 'refuse' | 'cut';

/**
 * Collects a body, decoded. The cap counts decoded bytes as they come out, so that a bomb is stopped
 * by what it makes and never held whole; data that is not wanted any more ends the stream.
 *
 * @throws FetchFailure ERR_FETCH_TOO_LARGE, ERR_FETCH_ENCODING; errors of the stream as they are
 */
export async function decodeBody(
  body: Readable,
  contentEncoding: string,
  maxBytes: number,
  onExcess: OnExcess = 'refuse',
): Promise<Buffer> {
  // A stream that breaks after we have turned away would otherwise end the process.
  body.on('error', () => undefined);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const decoded = decodersFor(contentEncoding).reduce<Readable>(
      // Errors reach the loop by the last stream, which `pipeline` destroys with them.
      (from, to) => pipeline(from, to, () => undefined),
      body,
    );
    for await (const chunk of decoded as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes && onExcess === 'cut') {
        chunks.push(chunk.subarray(0, chunk.length - (size - maxBytes)));
        break;
      }
      if (size > maxBytes)
        throw new FetchFailure('ERR_FETCH_TOO_LARGE', `The body exceeds ${maxBytes} bytes.`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw asEncodingFailure(error);
  } finally {
    body.destroy();
  }
  return Buffer.concat(chunks);
}

const ZLIB_CODE = /^(Z_|ERR_BROTLI|ERR__ERROR|ZSTD_|ERR_ZSTD|ERR_PADDING|ERR_BUFFER_TOO)/;

function asEncodingFailure(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  return ZLIB_CODE.test(code)
    ? new FetchFailure('ERR_FETCH_ENCODING', 'The body is not in the coding it claims.', {
        cause: error,
      })
    : error;
}
