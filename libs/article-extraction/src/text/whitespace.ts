/** All that {@link oneLine} changes, and some beside it: most texts hold none of it and are as they should be. */
const SUSPECT =
  /[\0-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff\ud800-\udfff]| {2}|^ | $/;

/** White space that is not one blank already: nearly all of a text's is, and would be replaced by itself. */
const UNEVEN = /[\s\u001f]{2,}|[^\S ]|\u001f/g;

/** One line: runs of white space (no-break space too) become one blank, invisible joiners go. */
export function oneLine(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(UNEVEN, ' ')
    .trim()
    .toWellFormed();
}
