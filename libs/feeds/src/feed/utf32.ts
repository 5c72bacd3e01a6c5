type Order = 'utf-32le' | 'utf-32be';

/** UTF-32 by its byte-order mark, or by the zero bytes around a first `<`; null when it is none. */
export function utf32Order(bytes: Uint8Array): Order | null {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c)))
    return 'utf-32be';
  if (c === 0 && d === 0 && ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)))
    return 'utf-32le';
  return null;
}

/** UTF-32 as text, which no decoder of the platform knows; what is no character becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, order: Order): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, order === 'utf-32le');
    const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (at > 0 || point !== 0xfeff) out.push(isCharacter ? String.fromCodePoint(point) : '\ufffd');
  }
  return out.join('');
}
