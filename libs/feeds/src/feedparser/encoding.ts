import type { Decoded } from '../feed/charset.js';

const isAscii = (text: string) => /^[\u0000-\u007f]*$/.test(text);

/**
 * The encoding by the name that feedparser gives it. It still takes `text/*` without a charset for ASCII,
 * as RFC 3023 had it, and reads GB 2312 as its superset.
 */
export function encodingName({ by, label, text }: Decoded, contentType: string | null): string {
  if (by === 'bom') return label;
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const isSilent = !/;\s*charset\s*=/i.test(contentType ?? '');
  if (isSilent && type.startsWith('text/') && isAscii(text)) return 'us-ascii';
  return label === 'gb2312' ? 'gb18030' : label;
}
