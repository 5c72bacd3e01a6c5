import type { Token } from '../text/tokens.js';
import { DAY, type Day, dayStart, instantOf, isoDay, weekStart } from './calendar.js';
import type { Phrase } from './expression.js';
import { findAll, type FoundTime } from './find-all.js';
import type { Span, TimexType } from './span.js';

/** A time expression resolved against the day of publication; tokens `from`..`to` (exclusive). */
export interface TimeExpression {
  readonly from: number;
  readonly to: number;
  /** Days, both inclusive. */
  readonly start: Day;
  readonly end: Day;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly type: TimexType;
  /** TIMEX3's value. */
  readonly value: string;
  /** "night", "early hours": the part of the day that the words name. */
  readonly part: string | null;
  /** `HH:MM` by the local clock, where told: not by Greenwich's. */
  readonly clock: string | null;
  readonly approximate: boolean;
  /** "since", "until": one end only is told. */
  readonly bound: Phrase['bound'] | null;
}

/** Two days that nothing but a full date means the same from. */
const ANY: readonly [Day, Day] = ['1984-02-08', '2031-10-17'];

/** The full dates of a sentence ("Thursday, March 29, 2018"): what is the same whenever it was written. */
function fullDates(tokens: readonly Token[]): TimeExpression[] {
  if (!tokens.some(({ low }) => YEAR.test(low))) return [];
  const [one, other] = ANY.map((day) => findTimes(tokens, day)) as [
    TimeExpression[],
    TimeExpression[],
  ];
  return one.filter(
    (time) =>
      time.unit === 'day' &&
      other.some(
        ({ from, start, end }) => from === time.from && start === time.start && end === time.end,
      ),
  );
}

/** What a full date has. */
const YEAR = /^(?:(?:19|20)\d\d|.*[/.-](?:19|20)?\d\d|(?:19|20)\d\d-.*)$/;

/**
 * The dated times of a sentence of news; without a day of publication to resolve them against its full dates only.
 *
 * @param told the day that was told last before it, from which "the following day" counts
 */
export function findTimes(
  tokens: readonly Token[],
  published: Day | null,
  told: TimeExpression | null = null,
): TimeExpression[] {
  const reference = published ? instantOf(published) : NaN;
  if (Number.isNaN(reference)) return published === null ? fullDates(tokens) : [];
  const last = told && spanOf(told);
  return findAll(tokens, { reference, direction: null, news: true, last }).flatMap((found) => {
    const { span } = found;
    const hours = lastHours(tokens, found);
    if (hours > 0) {
      const since = reference - DAY * Math.ceil(hours / 24);
      return [expressionOf(found, since, reference + 1, reference)];
    }
    if (!span.dated || span.start === null || span.end === null) return [];
    if (span.type === 'DURATION') return [];
    if (isJustAgo(found, reference)) return [expressionOf(found, reference, reference, reference)];
    const back = isPastWeekend(tokens, found, reference) ? 7 * DAY : 0;
    return [expressionOf(found, span.start - back, span.end - back, reference)];
  });
}

/** Most hours that are told instead of days. */
const MOST_HOURS = 72;

/**
 * "in the last few hours", "over the past 48 hours": how many hours back from the day of writing, of which the hour is not
 * known; a few are fewer than a day's. 0 for what is no such stretch.
 */
function lastHours(tokens: readonly Token[], { from, to }: FoundTime): number {
  if (!/^hours?$/.test(tokens[to - 1]!.low)) return 0;
  const at = tokens.findIndex(({ low }, i) => i >= from && i < to && LAST.test(low));
  if (at < 0) return 0;
  const count = Number(tokens[at + 1]?.low);
  return Number.isNaN(count) ? 1 : count <= MOST_HOURS ? count : 0;
}

const LAST = /^(?:last|past)$/;

/** A day as what counts from it sees it. */
const spanOf = ({ start, end, unit, type, value }: TimeExpression): Span => ({
  start: instantOf(start),
  end: instantOf(end) + DAY,
  grain: unit,
  type,
  value,
  dated: true,
});

/** "a few minutes ago", counted back from a day that is known without its hour, is that day. */
const isJustAgo = ({ span: { exact, start, grain } }: FoundTime, reference: number): boolean =>
  exact !== undefined &&
  (grain === 'minute' || grain === 'hour') &&
  start! < reference &&
  reference - start! < DAY;

/**
 * "over the weekend", told on the days after it, is the one that is over, though TIMEX3 counts it to the week
 * that has begun.
 */
function isPastWeekend(
  tokens: readonly Token[],
  { from, to, span }: FoundTime,
  reference: number,
): boolean {
  if (!span.value.endsWith('-WE') || span.start === null || span.start <= reference) return false;
  const words = tokens.slice(Math.max(0, from - 1), to);
  return (
    !words.some(({ low }) => AHEAD.test(low)) &&
    (dayStart(reference) - weekStart(reference)) / DAY < TOLD_AFTER
  );
}

const AHEAD = /^(?:next|coming|upcoming|following)$/;
/** In so many first days of a week, a weekend is told of that is over. */
const TOLD_AFTER = 3;

function expressionOf(
  { phrase, from, to, span }: FoundTime,
  start: number,
  end: number,
  reference: number,
): TimeExpression {
  // "midnight Thursday", "shortly after midnight on Thursday": the day that is named, at an end of which it was.
  const midnight = span.clock === DAY;
  const first = dayStart(start) - (midnight ? DAY : 0);
  // A night is counted as the day that it begins on; what is going on ends with the day of writing.
  let last = span.type === 'TIME' ? first : dayStart(Math.max(start, end - 1));
  const today = dayStart(reference);
  if (first <= today && last > today && span.grain !== 'day') last = today;
  return {
    from,
    to,
    start: isoDay(first),
    end: isoDay(last),
    unit: unitOf((last - first) / DAY + 1),
    type: span.type,
    value: span.value,
    part: midnight ? 'night' : (span.part ?? null),
    clock:
      span.clock === undefined || midnight || span.value.endsWith('Z')
        ? null
        : new Date(span.clock * 1000).toISOString().slice(11, 16),
    approximate: phrase.approximate,
    // "by Friday": the day itself is the likeliest.
    bound: phrase.bound === 'by' ? null : (phrase.bound ?? null),
  };
}

const unitOf = (days: number): TimeExpression['unit'] =>
  days <= 1 ? 'day' : days <= 7 ? 'week' : days <= 31 ? 'month' : 'year';
