/** Bytes as text, and how they were read. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding. */
  readonly encoding: string;
  /** Which evidence decided. */
  readonly by: 'bom' | 'http' | 'declaration' | 'utf-8' | 'fallback';
}

function decoder(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label.trim());
  } catch {
    return null;
  }
}

function bomEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark shows by the zero byte beside the first `<`. */
function declaredEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const declared = /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ?? null;
  // A declaration that can be read as bytes is not UTF-16, whatever it says.
  return declared && /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const safe = (text: string) => text.replaceAll('\u0000', '').toWellFormed();

/**
 * Decodes XML or JSON in the standard order: byte-order mark, the response's charset, the document's
 * declaration, UTF-8 where the bytes are valid UTF-8, else windows-1252, which accepts anything.
 * NUL characters are left out and lone surrogates replaced, so that any store takes the text.
 *
 * @param contentType the response's header, or null
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): Decoded {
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null;
  const evidence = [
    ['bom', bomEncoding(bytes)],
    ['http', charset],
    ['declaration', declaredEncoding(bytes)],
  ] as const;
  for (const [by, label] of evidence) {
    const named = label && decoder(label);
    if (named) return { text: safe(named.decode(bytes)), encoding: named.encoding, by };
  }
  const by = isUtf8(bytes) ? 'utf-8' : 'fallback';
  const encoding = by === 'utf-8' ? 'utf-8' : 'windows-1252';
  return { text: safe(new TextDecoder(encoding).decode(bytes)), encoding, by };
}
