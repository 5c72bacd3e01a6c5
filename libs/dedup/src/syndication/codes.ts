/** Little-endian uint32 values, base64: the form that travels, and how every machine that we build for lays them out. */
export function encodeValues({ buffer, byteOffset, byteLength }: Uint32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

/** Bytes beyond the last whole value are left out. */
export function decodeValues(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64');
  return Uint32Array.from({ length: bytes.length >>> 2 }, (_, at) => bytes.readUInt32LE(at * 4));
}
