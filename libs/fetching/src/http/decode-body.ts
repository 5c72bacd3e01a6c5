import { FetchFailure } from '../outcome/fetch-failure.js';
import { codingsOf, decodeStart, decodeWhole } from './codings.js';
import type { WireAnswer } from './exchange.js';

/** What to do with a body that exceeds its cap. */
export type OnExcess = 'refuse' | 'cut';

/** A body, decoded. */
export interface DecodedBody {
  readonly body: Buffer;
  /** What came over the wire, when it is one gzip stream and nothing else. */
  readonly gzipped: Buffer | null;
}

/**
 * Decodes a body. The cap counts decoded bytes as they come out, so that a bomb is stopped by what it
 * makes and never held whole.
 *
 * @throws FetchFailure ERR_FETCH_TOO_LARGE, ERR_FETCH_ENCODING
 */
export async function decodeBody(
  { headers, chunks, bytes, cut }: Pick<WireAnswer, 'headers' | 'chunks' | 'bytes' | 'cut'>,
  maxBytes: number,
  onExcess: OnExcess = 'refuse',
): Promise<DecodedBody> {
  const wire = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, bytes);
  // Also said of answers without a body, such as 304.
  if (bytes === 0) return { body: wire, gzipped: null };
  const codings = codingsOf(headers['content-encoding'] ?? '');
  let body = wire;
  let isWhole = !cut;
  try {
    for (const coding of codings) {
      if (onExcess === 'cut') {
        body = await decodeStart(coding, body, maxBytes, cut);
        continue;
      }
      const decoded = await decodeWhole(coding, body, maxBytes);
      isWhole &&= decoded.consumed === body.length;
      body = decoded.output;
    }
  } catch (error) {
    throw asFailure(error, maxBytes);
  }
  const isGzip = codings.length === 1 && codings[0] === 'gzip' && onExcess === 'refuse';
  return { body, gzipped: isGzip && isWhole ? wire : null };
}

const ZLIB_CODE = /^(Z_|ERR_BROTLI|ERR__ERROR|ZSTD_|ERR_ZSTD|ERR_PADDING)/;

function asFailure(error: unknown, maxBytes: number): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ERR_BUFFER_TOO_LARGE')
    return new FetchFailure('ERR_FETCH_TOO_LARGE', `The body exceeds ${maxBytes} bytes.`);
  return ZLIB_CODE.test(code)
    ? new FetchFailure('ERR_FETCH_ENCODING', 'The body is not in the coding it claims.', {
        cause: error,
      })
    : error;
}
