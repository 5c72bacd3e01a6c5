import { Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { FetchFailure } from '../outcome/fetch-failure.js';

/** Content codings that we ask for. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

export type Coding = 'gzip' | 'deflate' | 'br' | 'zstd';

const NAMES: ReadonlyMap<string, Coding> = new Map([
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate', 'deflate'],
  ['br', 'br'],
  ['zstd', 'zstd'],
]);

/** A page needs one coding; long chains exist only to multiply. */
const MAX_CODINGS = 2;

/**
 * The codings of a `Content-Encoding`, in the order in which they come off.
 *
 * @throws FetchFailure ERR_FETCH_ENCODING
 */
export function codingsOf(contentEncoding: string): readonly Coding[] {
  const known = NAMES.get(contentEncoding);
  if (known) return [known];
  const names = contentEncoding
    .split(',', MAX_CODINGS + 2)
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_CODINGS)
    throw new FetchFailure('ERR_FETCH_ENCODING', 'So many content codings are too many.');
  return names.reverse().map((name) => {
    const coding = NAMES.get(name);
    if (coding) return coding;
    throw new FetchFailure(
      'ERR_FETCH_ENCODING',
      `The content coding "${name.slice(0, 40)}" is unknown.`,
    );
  });
}

/** RFC 9659 caps the window at 8 MiB: more would let a tiny body claim much memory. */
const ZSTD = { params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } };

/** `deflate` means the zlib format, but some servers send what is inside it (RFC 9110, 8.4.1.2). */
function isZlib(bytes: Buffer): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

/** zlib's own answer to `info: true`. */
interface Informed {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
type Options = Pick<zlib.ZlibOptions, 'chunkSize' | 'info' | 'maxOutputLength'>;
/** Both of zlib's ways to decode a whole buffer. */
interface Whole {
  readonly now: (bytes: Buffer, options: Options) => Buffer;
  readonly later: (
    bytes: Buffer,
    options: Options,
    done: (error: Error | null, result: Buffer) => void,
  ) => void;
}

const GZIP: Whole = { now: zlib.gunzipSync, later: zlib.gunzip };
const ZLIB: Whole = { now: zlib.inflateSync, later: zlib.inflate };
const RAW: Whole = { now: zlib.inflateRawSync, later: zlib.inflateRaw };
const BROTLI: Whole = { now: zlib.brotliDecompressSync, later: zlib.brotliDecompress };
const ZSTANDARD: Whole = { now: zlib.zstdDecompressSync, later: zlib.zstdDecompress };

const WHOLE: Readonly<Record<Coding, (bytes: Buffer) => Whole>> = {
  gzip: () => GZIP,
  deflate: (bytes) => (isZlib(bytes) ? ZLIB : RAW),
  br: () => BROTLI,
  zstd: () => ZSTANDARD,
};

/** Neither deflate nor what is in it makes more of a byte. */
const MAX_RATIO = 1_032;
/** What pages shrink to at most, mostly. */
const USUAL_RATIO = 8;
const MIN_CHUNK_BYTES = 1_024;

/** How much will come out: gzip says so at its end, and is believed as far as it can be true. */
function expectedBytes(coding: Coding, bytes: Buffer, maxBytes: number): number {
  const said = coding === 'gzip' && bytes.length >= 18 ? bytes.readUInt32LE(bytes.length - 4) : 0;
  const guess = said > 0 ? Math.min(said, bytes.length * MAX_RATIO) : bytes.length * USUAL_RATIO;
  // Room to spare, so that zlib need not ask whether there is more.
  return Math.max(MIN_CHUNK_BYTES, Math.min(guess, maxBytes) + 64);
}

/** What came out, and how many bytes had to go in for it. */
export interface Decoded {
  readonly output: Buffer;
  readonly consumed: number;
}

const decodedOf = (result: unknown): Decoded => {
  const { buffer, engine } = result as Informed;
  return { output: buffer, consumed: engine.bytesWritten };
};

/** What is decoded at once: about a millisecond's work, for which another thread would cost more. */
const MAX_NOW_BYTES = 512 * 1024;

const isTooLarge = (error: unknown) => (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';

/**
 * Takes one coding off: of usual pages at once, of large ones in zlib's threads.
 *
 * @throws errors of zlib, ERR_BUFFER_TOO_LARGE when more than `maxBytes` come out
 */
export async function decodeWhole(
  coding: Coding,
  bytes: Buffer,
  maxBytes: number,
): Promise<Decoded> {
  const { now, later } = WHOLE[coding](bytes);
  const chunkSize = expectedBytes(coding, bytes, maxBytes);
  const shared = { ...(coding === 'zstd' ? ZSTD : undefined), chunkSize, info: true };
  if (chunkSize <= MAX_NOW_BYTES) {
    const maxOutputLength = Math.min(maxBytes, MAX_NOW_BYTES);
    try {
      return decodedOf(now(bytes, { ...shared, maxOutputLength }));
    } catch (error) {
      if (!isTooLarge(error) || maxOutputLength === maxBytes) throw error;
    }
  }
  return new Promise((resolve, reject) => {
    later(bytes, { ...shared, maxOutputLength: maxBytes }, (error, result) => {
      if (error) reject(error);
      else resolve(decodedOf(result));
    });
  });
}

const STREAMS: Readonly<Record<Coding, (bytes: Buffer) => Transform>> = {
  gzip: () => zlib.createGunzip(),
  deflate: (bytes) => (isZlib(bytes) ? zlib.createInflate() : zlib.createInflateRaw()),
  br: () => zlib.createBrotliDecompress(),
  zstd: () => zlib.createZstdDecompress(ZSTD),
};

/**
 * Takes one coding off the start of a body, for as long as no more than `maxBytes` come out.
 *
 * @param cut the body's end is missing: what comes out before that is noticed is good
 */
export async function decodeStart(
  coding: Coding,
  bytes: Buffer,
  maxBytes: number,
  cut: boolean,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const decoder = STREAMS[coding](bytes);
  const decoded = Readable.from([bytes]).pipe(decoder) as AsyncIterable<Buffer>;
  try {
    for await (const chunk of decoded) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= maxBytes) break;
    }
  } catch (error) {
    if (!cut) throw error;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}
