import type { Evidence } from '../evidence/evidence.js';
import { oneLine } from '../text/whitespace.js';
import type { NumericOrder } from './parse-date.js';
import { parseDate } from './parse-date.js';
import { visibleDates } from './visible-dates.js';

/** A page's dates; ISO 8601, the zone kept where the page gives one. */
export interface Dates {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
}

/** No news page is older than the web. */
const EARLIEST = Date.UTC(1994, 0, 1);
/** The farthest that a local time may be ahead of UTC. */
const ZONE_SPAN_MS = 14 * 3_600_000;

const PUBLISHED = (
  'article:published_time og:article:published_time og:published_time datepublished article:published ' +
  'rnews:datepublished parsely-pub-date sailthru.date publishdate publish-date publish_date pubdate publication_date ' +
  'article_date_original date_published published_time published_at published originalpublicationdate ' +
  'dcterms.created dc.date.issued dcterms.issued dc.date.created dcterms.date dc.date dc:date cxenseparse:recs:publishtime ' +
  'citation_publication_date citation_date article.published article.created created creation_date date.created ' +
  'datecreated article:post_date firstpublished date'
).split(' ');
const MODIFIED = (
  'article:modified_time og:article:modified_time datemodified og:updated_time article:updated_time ' +
  'article.updated dcterms.modified dc.date.modified modified_time last-modified lastmod revised date_modified'
).split(' ');

const MARKED_PUBLISHED =
  '[itemprop~="datePublished"], time[pubdate], [property="datePublished"], .dt-published, abbr.published, time.published, .entry-date';
const NAMED_AS_DATE =
  '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="posted" i], [id*="date" i], ' +
  '[class*="byline" i], [class*="meta" i], [class*="datum" i], [class*="fecha" i]';
/** How many elements named as dates, and characters of plain text, are looked through. */
const MAX_NAMED = 40;

/** The first believable date in the order of how well its kind of place is kept by newsrooms. */
export function datesOf(evidence: Evidence, fetchedAt: number | undefined, hint?: string): Dates {
  const order = numericOrder(evidence);
  const believable = (sources: Iterable<string | null | undefined>): string | null => {
    for (const source of sources) {
      const date = source ? parseDate(source, order) : null;
      if (date !== null && isBelievable(date, fetchedAt)) return date;
    }
    return null;
  };
  const modifiedAt = believable(modifiedSources(evidence));
  const publishedAt = believable(publishedSources(evidence, hint)) ?? modifiedAt;
  return { publishedAt, modifiedAt };
}

function* publishedSources(
  evidence: Evidence,
  hint?: string,
): Generator<string | null | undefined> {
  yield evidence.jsonLd?.datePublished;
  for (const name of PUBLISHED) yield evidence.meta.get(name);
  yield* elements(evidence, MARKED_PUBLISHED);
  yield dateInUrl(evidence.url);
  yield* elements(evidence, 'article time, main time, time');
  yield* elements(evidence, NAMED_AS_DATE);
  yield* visibleDates(evidence.document);
  yield hint;
}

function* modifiedSources(evidence: Evidence): Generator<string | null | undefined> {
  yield evidence.jsonLd?.dateModified;
  for (const name of MODIFIED) yield evidence.meta.get(name);
  yield* elements(evidence, '[itemprop~="dateModified"], time.updated, .dt-updated');
}

function* elements(evidence: Evidence, selector: string): Generator<string> {
  let looked = 0;
  for (const element of evidence.document.querySelectorAll(selector)) {
    if (looked++ >= MAX_NAMED) return;
    yield element.getAttribute('datetime') ?? element.getAttribute('content') ?? '';
    const text = oneLine(element.textContent ?? '');
    // Longer texts are containers: a date in them may belong to anything.
    if (text.length <= 160) yield text;
  }
}

/** `/2019/11/22/`, `/2019-11-22-`, `_20191122`: a day in the address is the day of publication. */
function dateInUrl(url: string): string | null {
  const match =
    /(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)/.exec(url) ??
    /(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/.exec(url);
  return match && `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`;
}

/** Only American English writes the month first. */
function numericOrder(evidence: Evidence): NumericOrder {
  const language =
    evidence.document.documentElement?.getAttribute('lang') ?? evidence.meta.get('og:locale') ?? '';
  const american = /^en(?:[-_]us)?$/i.test(language) || language === '';
  return american && /\.(?:com|org|net|us|gov|edu)(?:[/:]|$)/.test(evidence.url)
    ? 'month-first'
    : 'day-first';
}

/** After the first web pages and not after the fetch; a date without zone gets the benefit of all zones. */
export function isBelievable(date: string, fetchedAt: number | undefined): boolean {
  const zoned = /(?:Z|[+-]\d\d:\d\d)$/.test(date) && date.includes('T');
  const instant = zoned
    ? Date.parse(date)
    : Date.parse(date.includes('T') ? `${date}Z` : date) - ZONE_SPAN_MS;
  return instant >= EARLIEST && (fetchedAt === undefined || instant <= fetchedAt);
}
