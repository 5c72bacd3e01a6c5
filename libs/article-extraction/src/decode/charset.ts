/** How far into the bytes a declaration is looked for; the standard asks for 1,024, real heads are longer. */
const PRESCAN_BYTES = 4096;

/** The HTML standard's fallback by the page's language, for documents that declare nothing. */
const FALLBACK_BY_LANGUAGE: Readonly<Record<string, string>> = {
  ar: 'windows-1256',
  be: 'windows-1251',
  bg: 'windows-1251',
  cs: 'windows-1250',
  el: 'iso-8859-7',
  et: 'windows-1257',
  fa: 'windows-1256',
  he: 'windows-1255',
  hr: 'windows-1250',
  hu: 'iso-8859-2',
  ja: 'shift_jis',
  ko: 'euc-kr',
  lt: 'windows-1257',
  lv: 'windows-1257',
  mk: 'windows-1251',
  pl: 'iso-8859-2',
  ru: 'windows-1251',
  sk: 'windows-1250',
  sl: 'iso-8859-2',
  sr: 'windows-1251',
  th: 'windows-874',
  tr: 'windows-1254',
  uk: 'windows-1251',
  vi: 'windows-1258',
  'zh-cn': 'gb18030',
  'zh-tw': 'big5',
};

/**
 * Decodes a document by the HTML standard's order: byte order mark, transport header, declaration in
 * the document, then what the bytes look like. Never throws; bad bytes become U+FFFD, NUL goes.
 */
export function decodeDocument(bytes: Uint8Array, contentType?: string): string {
  const encoding =
    byteOrderMark(bytes) ?? supported(headerCharset(contentType)) ?? declaredCharset(bytes);
  const text =
    encoding === undefined
      ? (asUtf8(bytes) ?? new TextDecoder(usualCharset(bytes)).decode(bytes))
      : new TextDecoder(encoding).decode(bytes);
  // No other byte decodes to NUL in any encoding, and bytes are searched faster than text.
  return bytes.includes(0) ? text.replaceAll('\0', '') : text;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

function headerCharset(contentType = ''): string | undefined {
  return /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1];
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = headOf(bytes);
  const label =
    /<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*([^\s;"'/>]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([^"']+)/i.exec(head)?.[1];
  const encoding = supported(label);
  // A declaration that can be read byte by byte can't be in UTF-16: the standard reads it as UTF-8.
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

/** What pages of the page's language are usually in. */
function usualCharset(bytes: Uint8Array): string {
  const language = /<html\b[^>]{0,500}?\blang\s*=\s*["']?([\w-]+)/i.exec(headOf(bytes))?.[1];
  const tag = language?.toLowerCase() ?? '';
  return (
    FALLBACK_BY_LANGUAGE[tag] ?? FALLBACK_BY_LANGUAGE[tag.split('-')[0] ?? ''] ?? 'windows-1252'
  );
}

function headOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
}

/** The text where the bytes are UTF-8 throughout, else undefined. */
function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Labels asked for before; those that pages invent don't grow it without end. */
const KNOWN = new Map<string, string | undefined>();
const MAX_KNOWN = 200;

/** The encoding's name if the platform knows the label. */
function supported(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  if (!KNOWN.has(label) && KNOWN.size < MAX_KNOWN) KNOWN.set(label, encodingOf(label));
  return KNOWN.has(label) ? KNOWN.get(label) : encodingOf(label);
}

function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
