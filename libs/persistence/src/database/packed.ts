import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** What a zstd frame begins with (RFC 8878, 3.1.1). */
const MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** Bytes from which PostgreSQL would compress a row of its own accord: less is kept as it is. */
const LEAST_BYTES = 2_000;
/** Of JSON of incidents it leaves as much as level 3 and takes four fifths of its time. */
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/**
 * Bytes as a column of `STORAGE EXTERNAL` keeps them: compressed here, at a fifth of what PostgreSQL's own compression
 * costs, and sent there and back as few as they are. What already looks compressed is compressed once more, so that
 * `unpack` always tells which it was.
 */
export function pack(bytes: Buffer): Buffer {
  return bytes.length < LEAST_BYTES && !isPacked(bytes) ? bytes : zstdCompressSync(bytes, OPTIONS);
}

/** @throws Error on bytes that `pack` did not make */
export const unpack = (bytes: Buffer): Buffer =>
  isPacked(bytes) ? zstdDecompressSync(bytes) : bytes;

const isPacked = (bytes: Buffer): boolean => bytes.subarray(0, MAGIC.length).equals(MAGIC);
