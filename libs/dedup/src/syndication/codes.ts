/** Little-endian uint32 values, base64: the form that travels. */
export function encodeValues(values: Uint32Array): string {
  const bytes = Buffer.alloc(values.length * 4);
  for (let at = 0; at < values.length; at += 1) bytes.writeUInt32LE(values[at] as number, at * 4);
  return bytes.toString('base64');
}

/** Bytes beyond the last whole value are left out. */
export function decodeValues(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64');
  return Uint32Array.from({ length: bytes.length >>> 2 }, (_, at) => bytes.readUInt32LE(at * 4));
}
