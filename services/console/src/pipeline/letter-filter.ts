/** Which dead letters one looks at; empty fields ask for all. */
export interface LetterFilter {
  /** `topic/group`. */
  readonly reading: string;
  readonly class: string;
  readonly code: string;
}

export const EVERY_LETTER: LetterFilter = { reading: '', class: '', code: '' };

export const CLASSES = ['TRANSIENT', 'PERMANENT', 'POISON', 'SCHEMA', 'TOO_LARGE', 'TIMEOUT'];

/** The filter as the API takes it. */
export function apiFilter(filter: LetterFilter): Record<string, string> {
  const [topic = '', group = ''] = filter.reading.split('/');
  const fields = { topic, group, class: filter.class, code: filter.code.trim() };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

export function lettersUrl(filter: LetterFilter, cursor: string | null): string {
  const query = new URLSearchParams({ limit: '50', ...apiFilter(filter) });
  if (cursor !== null) query.set('cursor', cursor);
  return `/v1/dead-letters?${query}`;
}

export const letterUrl = (id: string): string =>
  `/v1/dead-letters/${id.split('/').map(encodeURIComponent).join('/')}`;

/** A payload as one reads it: JSON with its lines, anything else as it is. */
export function readable(value: string | { readonly base64: string } | null): string {
  if (value === null) return '(nothing: a tombstone)';
  if (typeof value !== 'string') return `(bytes that are no text, in base64)\n${value.base64}`;
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
