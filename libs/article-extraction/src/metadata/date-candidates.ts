import type { Evidence } from '../evidence/evidence.js';
import { dateInUrl } from './date-in-url.js';
import { LOOSE_META, MODIFIED_META, PUBLISHED_META } from './date-names.js';
import type { DateStyle } from './find-dates.js';
import { parseDate } from './parse-date.js';

/** Kinds of places where a page says when it was published. */
export type DateSource =
  | 'json-ld'
  | 'meta'
  | 'loose-meta'
  | 'property'
  | 'url'
  | 'feed'
  | 'visible'
  | 'marked'
  | 'text'
  | 'margin';

/** A date somewhere on a page that could be the article's. */
export interface DateCandidate {
  /** ISO 8601, as {@link parseDate} gives it. */
  readonly date: string;
  /** With day and month exchanged, where it could be read so. */
  readonly otherwise: string | null;
  readonly source: DateSource;
  readonly kind: 'published' | 'modified' | 'unknown';
  /** How much it is believed before others are looked at. */
  readonly weight: number;
}

/**
 * How well each kind of place is kept by newsrooms: structured data most, then the address, then the
 * line beside the headline; dates elsewhere only stand in where there is nothing else.
 */
export const WEIGHTS: Readonly<Record<DateSource, number>> = {
  'json-ld': 6,
  meta: 6,
  property: 5,
  'loose-meta': 3,
  url: 4,
  feed: 3,
  visible: 4,
  marked: 2,
  text: 1,
  margin: 0.25,
};

/**
 * What the page's head, its address and its feed say.
 * @param feedDate the date that the feed gives the article
 */
export function statedDates(
  evidence: Evidence,
  style: DateStyle,
  feedDate?: string,
): DateCandidate[] {
  const candidates: DateCandidate[] = [];
  const add = (
    text: string | null | undefined,
    source: DateSource,
    kind: DateCandidate['kind'],
  ) => {
    const date = text ? parseDate(text, style) : null;
    if (date !== null) {
      candidates.push({ date, otherwise: null, source, kind, weight: WEIGHTS[source] });
    }
  };
  const { article } = evidence.jsonLd;
  add(article?.datePublished, 'json-ld', 'published');
  for (const name of PUBLISHED_META) add(evidence.meta.get(name), 'meta', 'published');
  for (const name of LOOSE_META) add(evidence.meta.get(name), 'loose-meta', 'published');
  add(dateInUrl(evidence.url), 'url', 'published');
  add(feedDate, 'feed', 'published');
  add(article?.dateModified, 'json-ld', 'modified');
  for (const name of MODIFIED_META) add(evidence.meta.get(name), 'meta', 'modified');
  return candidates;
}
