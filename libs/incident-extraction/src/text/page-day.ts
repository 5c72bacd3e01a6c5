/** How far into a text its page's own stamp stands, in UTF-16 units; and as far from its end. */
const REACH = 400;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** "Updated at 1:33 p.m. on Thursday, March 29, 2018", "Published: Apr. 5, 2018". */
const STAMP =
  /\b(?:Updated|Posted|Published|Modified)\b[^.!?\n]{0,16}(?:[ap]\.?m\.?)?[^.!?\n]{0,24}?\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (\d{1,2}),? (\d{4})\b/;

/**
 * The day, `YYYY-MM-DD`, that the page gives for itself at its beginning or end, where the article has none; null where
 * it gives none either.
 */
export const pageDay = (text: string): string | null =>
  dayOf(STAMP.exec(text.slice(0, REACH)) ?? STAMP.exec(text.slice(-REACH)));

/** "Posted: Saturday, March 2, 2013", before it was updated. */
const POSTED =
  /\b(?:Posted|Published):?(?: on)?(?: \w+day,)? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (\d{1,2}),? (\d{4})\b/;

/** The day, `YYYY-MM-DD`, that a page says at its beginning to have been posted on; its weekdays count from that. Null where it says none. */
export const postedDay = (text: string): string | null => dayOf(POSTED.exec(text.slice(0, REACH)));

function dayOf(match: RegExpExecArray | null): string | null {
  if (!match) return null;
  const [, month, day, year] = match;
  const number = MONTHS.indexOf(month!.toLowerCase()) + 1;
  if (Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${String(number).padStart(2, '0')}-${day!.padStart(2, '0')}`;
}
