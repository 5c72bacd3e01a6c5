import { decodeUtf32, utf32Order } from './utf32.js';

/** Bytes as text, and how they were read. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding; `utf-32le` and `utf-32be`, which have none, by their usual one. */
  readonly encoding: string;
  /** The name that the evidence gave, in lower case. */
  readonly label: string;
  /** Which evidence decided. */
  readonly by: 'bom' | 'http' | 'declaration' | 'utf-8' | 'fallback';
}

interface Evidence {
  readonly by: Decoded['by'];
  readonly label: string | null;
}

/** Decodes by a label; null when the label is unknown or the bytes are not of it. */
function decoded(bytes: Uint8Array, by: Decoded['by'], name: string): Decoded | null {
  const label = name.trim().toLowerCase();
  // The platform takes ASCII for windows-1252; bytes beyond it show that the label is wrong.
  if (ASCII.has(label) && bytes.some((byte) => byte > 0x7f)) return null;
  const decoder = decoderOf(label);
  if (decoder === null) return null;
  try {
    return { text: decoder.decode(bytes), encoding: decoder.encoding, label, by };
  } catch {
    return null;
  }
}

/** Names that feeds use and the platform does not know, for those that it does. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['big5hkscs', 'big5-hkscs'],
  ['cp932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['iso2022-jp', 'iso-2022-jp'],
  ['latin-1', 'latin1'],
  ['mac-roman', 'macintosh'],
  ['u8', 'utf-8'],
  ['uhc', 'euc-kr'],
]);

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  const dashed = label.replaceAll('_', '-');
  for (const name of [label, dashed, ALIASES.get(dashed)]) {
    try {
      if (name !== undefined) return new TextDecoder(name, { fatal: true });
    } catch {
      continue;
    }
  }
  return null;
}

const ASCII = new Set(['ascii', 'us-ascii', 'ansi_x3.4-1968']);

function markedEncoding(bytes: Uint8Array): Evidence | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { by: 'bom', label: 'utf-8' };
  if (a === 0xff && b === 0xfe) return { by: 'bom', label: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { by: 'bom', label: 'utf-16be' };
  return null;
}

/** UTF-16 without a mark shows by the zero byte beside the first `<`. */
function declaredEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const declared = /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ?? null;
  // A declaration that can be read as bytes is not UTF-16, whatever it says.
  return declared && /^(?:u(?:tf)?[-_]?(?:16|32)|ucs|iso-10646|csu)/i.test(declared)
    ? 'utf-8'
    : declared;
}

/** Whether bytes with a few errors are UTF-8 all the same: most that is beyond ASCII is well written. */
function isMostlyUtf8(text: string): boolean {
  const errors = text.match(/\ufffd/g)?.length ?? 0;
  const written = text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0;
  return errors > 0 && written > 4 * errors;
}

const safe = (text: string) => text.replaceAll('\u0000', '').toWellFormed();

/**
 * Decodes XML or JSON in the standard order: byte-order mark, the response's charset, the document's
 * declaration, UTF-8, each where the bytes can be of it, else windows-1252, which accepts anything.
 * UTF-8 with few errors is still read as UTF-8. NUL characters are left out and lone surrogates
 * replaced, so that any store takes the text.
 *
 * @param contentType the response's header, or null
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): Decoded {
  const order = utf32Order(bytes);
  if (order !== null)
    return { text: safe(decodeUtf32(bytes, order)), encoding: order, label: order, by: 'bom' };
  const charset = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null;
  const evidence: Evidence[] = [
    markedEncoding(bytes) ?? { by: 'bom', label: null },
    { by: 'http', label: charset },
    { by: 'declaration', label: declaredEncoding(bytes) },
    { by: 'utf-8', label: 'utf-8' },
  ];
  for (const { by, label } of evidence) {
    const found = label === null ? null : decoded(bytes, by, label);
    if (found) return { ...found, text: safe(found.text) };
  }
  const lenient = new TextDecoder().decode(bytes);
  const label = isMostlyUtf8(lenient) ? 'utf-8' : 'windows-1252';
  const text = label === 'utf-8' ? lenient : new TextDecoder(label).decode(bytes);
  return { text: safe(text), encoding: label, label, by: 'fallback' };
}
