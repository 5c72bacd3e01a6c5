import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** CRC-32C (Castagnoli), reflected: RFC 3720, appendix B.4. */
const POLYNOMIAL = 0x82f6_3b78;
/** Bytes that one step takes in. */
const SLICES = 8;

/** `TABLES[256 * k + byte]`: the remainder of a byte with k bytes of zeros behind it. */
const TABLES = new Int32Array(256 * SLICES);
for (let byte = 0; byte < 256; byte++) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  TABLES[byte] = rest;
}
for (let at = 256; at < TABLES.length; at++) {
  const before = TABLES[at - 256]!;
  TABLES[at] = (before >>> 8) ^ TABLES[before & 0xff]!;
}

/** The checksum that Kafka asks of a batch of records: slicing by eight (Kounavis and Berry, 2005). */
export function crc32c(bytes: Uint8Array): number {
  const table = TABLES;
  let crc = -1;
  let at = 0;
  for (const last = bytes.length - SLICES; at <= last; at += SLICES) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      table[1792 + (crc & 0xff)]! ^
      table[1536 + ((crc >>> 8) & 0xff)]! ^
      table[1280 + ((crc >>> 16) & 0xff)]! ^
      table[1024 + (crc >>> 24)]! ^
      table[768 + bytes[at + 4]!]! ^
      table[512 + bytes[at + 5]!]! ^
      table[256 + bytes[at + 6]!]! ^
      table[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at++) crc = table[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/**
 * Lets kafkajs reckon checksums so; its own takes one byte at a time. It looks for them when it first writes a
 * batch, and holds on to what it found then: a process that has published with its own goes on with them.
 */
export function useFastCrc32c(): void {
  const path = require.resolve('kafkajs/src/protocol/recordBatch/crc32C');
  require(path);
  const module = require.cache[path];
  if (module !== undefined) module.exports = crc32c;
}
