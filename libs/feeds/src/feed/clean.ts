import { feedDate } from './date.js';
import type { ParsedItem } from './model.js';
import type { DraftItem } from './shapes.js';

/** Absolute http or https URL of a reference; null for `javascript:` and all else that is no page. */
export function webUrl(reference: string | undefined, base: string | undefined): string | null {
  const trimmed = reference?.trim();
  if (!trimmed) return null;
  try {
    const url = new URL(trimmed, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** Markup out, white space as single blanks; null when nothing is left. */
export function plainText(text: string | undefined, maxChars: number): string | null {
  if (typeof text !== 'string') return null;
  const plain = text
    .slice(0, maxChars)
    .replace(/<\/?[A-Za-z][^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? null : plain;
}

const first = <T, R>(values: readonly T[], pick: (value: T) => R | null): R | null => {
  for (const value of values) {
    const picked = pick(value);
    if (picked !== null) return picked;
  }
  return null;
};

/** An entry in its final form, or null when it names no page that could be fetched. */
export function cleanItem(
  draft: DraftItem,
  base: string | undefined,
  maxTextChars: number,
): ParsedItem | null {
  const [address, ...others] = draft.urls;
  // Only a link may be relative: a guid or id resolved against the feed would invent an address.
  const url = webUrl(address, base) ?? first(others, (other) => webUrl(other, undefined));
  if (url === null) return null;
  const authors = draft.authors.map((author) => plainText(author, maxTextChars));
  return {
    url,
    id: plainText(draft.id, maxTextChars),
    title: plainText(draft.title, maxTextChars),
    publishedAt: first(draft.dates, feedDate),
    authors: [...new Set(authors.filter((author) => author !== null))],
    summary: draft.summary?.slice(0, maxTextChars).trim() || null,
  };
}
