/** Longer ones are no names; 100 levels of folders still fit within what `parseOpml` accepts. */
const MAX_TAG_CHARS = 200;

const cleanSegment = (segment: string) => segment.replace(/[\s,]+/g, ' ').trim();

/**
 * One tag in its one spelling: a path of folders without empty parts. Commas become blanks, as they
 * part the categories of an outline.
 *
 * @returns '' when nothing is left
 */
export function cleanTag(text: string): string {
  return text
    .toWellFormed()
    .slice(0, MAX_TAG_CHARS)
    .split('/')
    .map(cleanSegment)
    .filter((segment) => segment !== '')
    .join('/');
}

/** The `category` of an outline: comma-separated paths with or without a slash before (OPML 2.0). */
export const categoriesOf = (text: string | undefined): string[] =>
  (text ?? '').split(',').map(cleanTag);
