import { safeHtml, textOfHtml } from './html/render.js';

/** Absolute http or https URL of a reference; null for `javascript:` and all else that is no page. */
export function webUrl(reference: string | undefined, base: string | undefined): string | null {
  const trimmed = reference?.trim();
  if (!trimmed) return null;
  try {
    const url = new URL(trimmed, base || undefined);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

const orNull = (text: string) => (text === '' ? null : text);

/** White space as single blanks; null when nothing is left. */
export function plainText(text: string | undefined, maxChars: number): string | null {
  return text === undefined ? null : orNull(text.slice(0, maxChars).replace(/\s+/g, ' ').trim());
}

/** HTML as plain text: markup out, references read, white space as single blanks. */
export const plainOfHtml = (html: string, maxChars: number): string | null =>
  plainText(textOfHtml(html.slice(0, maxChars)), maxChars);

/** HTML made inert; null when nothing is left. */
export const cleanHtml = (html: string, base: string, maxChars: number): string | null =>
  orNull(safeHtml(html.slice(0, maxChars), base));

/** Plain text as HTML. */
export const htmlOfPlain = (text: string, maxChars: number): string | null =>
  orNull(
    text
      .slice(0, maxChars)
      .trim()
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;'),
  );

/** The first of some values for which there is a result. */
export function first<T, R>(values: Iterable<T>, pick: (value: T) => R | null): R | null {
  for (const value of values) {
    const picked = pick(value);
    if (picked !== null) return picked;
  }
  return null;
}

export const present = <T>(value: T | null | undefined): value is T => value != null;

/** Each text once, in order. */
export const unique = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.filter(present)),
];
