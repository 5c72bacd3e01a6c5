/** What kind of document an input is. */
export type DocumentKind = 'html' | 'plain' | 'other';

const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml']);
const MAGIC = [
  '%PDF-',
  'PK\u0003\u0004',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  '\u001f\u008b',
];

/**
 * Tells HTML from plain text and from everything else. The header decides where it names a text type;
 * without one, or with the catch-all type, the beginning of the document does.
 */
export function documentKind(head: string, contentType?: string): DocumentKind {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (MAGIC.some((magic) => head.startsWith(magic))) return 'other';
  if (HTML_TYPES.has(type)) return 'html';
  if (type === 'text/plain') return 'plain';
  if (type !== '' && type !== 'application/octet-stream') return 'other';
  return /<(?:!doctype\s+html|html|head|body|article|div|p|h1|table)\b/i.test(head)
    ? 'html'
    : 'plain';
}
