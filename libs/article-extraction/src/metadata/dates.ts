import type { Evidence } from '../evidence/evidence.js';
import type { DateCandidate } from './date-candidates.js';
import { statedDates } from './date-candidates.js';
import { agreeingWith, distinct, isLater, supportOf } from './agreement.js';
import { dayNumber, hasTime, isBelievable, isZoned } from './date-value.js';
import type { DateStyle } from './find-dates.js';
import { localTime } from './local-time.js';
import { numericOrder } from './numeric-order.js';
import { PageDates } from './page-dates.js';

/** A page's dates; ISO 8601, the zone kept where the page gives one. */
export interface Dates {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
}

/** Beside a date of this weight those away from the headline have nothing to say. */
const ENOUGH = 3;

/**
 * When the article was published and last changed: of all dates of the page the one that most kinds of
 * places agree on, each counted by how well it is kept. None after the fetch or before the web.
 * @param fetchedAt milliseconds since the epoch
 * @param hint the feed's date
 */
export function datesOf(evidence: Evidence, fetchedAt: number | undefined, hint?: string): Dates {
  const style: DateStyle = {
    language: evidence.declaredLanguage,
    order: numericOrder(evidence.declaredLanguage, evidence.url),
  };
  const isOurs = ({ date }: DateCandidate): boolean => isBelievable(date, fetchedAt);
  const page = new PageDates(evidence, style, fetchedAt);
  const candidates = [...statedDates(evidence, style, hint), ...page.near()].filter(isOurs);
  const isEnough = candidates.some(({ kind, weight }) => kind !== 'modified' && weight >= ENOUGH);
  if (!isEnough) candidates.push(...page.far().filter(isOurs));
  const published = publishedDate(distinct(candidates));
  const modified = candidates.find(({ kind }) => kind === 'modified')?.date ?? null;
  return {
    publishedAt: published ?? modified,
    modifiedAt: modified,
  };
}

/** Dates far from the headline alone say less than the date of the last change. */
const MIN_SUPPORT = 2;

const isVague = ({ kind, source }: DateCandidate): boolean =>
  kind === 'unknown' || source === 'text';

function publishedDate(all: readonly DateCandidate[]): string | null {
  const changed = all.find(({ kind }) => kind === 'modified');
  const candidates = all.filter((each) => each.kind !== 'modified' && !isLater(each, changed));
  let best: DateCandidate | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const support = supportOf(candidate, candidates);
    if (support > most) [best, most] = [candidate, support];
  }
  if (best === undefined) return null;
  if (changed !== undefined && isVague(best) && most < MIN_SUPPORT) return null;
  const day = dayNumber(best.date);
  const isInstant = hasTime(best.date);
  const agreeing = candidates.flatMap((each) => agreeingWith(each, day, isInstant));
  const edition = newEdition(best, agreeing, all);
  if (edition !== null) return edition;
  const instant = agreeing.find(({ date }) => hasTime(date) && isZoned(date));
  const shown = agreeing.filter(({ source }) => source === 'visible');
  const seen =
    shown.find(({ kind }) => kind === 'published') ??
    shown.find(({ date }) => dayNumber(date) === day) ??
    shown[0] ??
    agreeing.find(({ source }) => source === 'url');
  if (instant !== undefined)
    return localTime(
      instant.date,
      seen?.date ?? null,
      all.map(({ date }) => date),
    );
  return agreeing.find(({ date }) => hasTime(date) && dayNumber(date) === day)?.date ?? best.date;
}

/**
 * The date of the last change where it is the one that readers see, and the first publication's is shown
 * nowhere: within days a change corrects the news, later the article is published anew.
 */
function newEdition(
  best: DateCandidate,
  agreeing: readonly DateCandidate[],
  all: readonly DateCandidate[],
): string | null {
  if (agreeing.some(({ source }) => SHOWN.has(source))) return null;
  const changes = all.filter(
    ({ kind, source, date }) =>
      kind === 'modified' &&
      source !== 'visible' &&
      dayNumber(date) > dayNumber(best.date) + CORRECTION_DAYS,
  );
  const shown = all.filter(({ source }) => source === 'visible');
  for (const change of changes) {
    const seen = shown.find(({ date }) => Math.abs(dayNumber(date) - dayNumber(change.date)) <= 1);
    if (seen !== undefined) {
      return isZoned(change.date) ? localTime(change.date, seen.date, []) : seen.date;
    }
  }
  return null;
}

const SHOWN: ReadonlySet<string> = new Set(['visible', 'marked', 'text']);
const CORRECTION_DAYS = 2;
