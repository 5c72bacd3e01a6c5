import type { Token } from '../text/tokens.js';
import { addDays, dayOf, type Day, monthOf, weekday } from './calendar.js';

/** A time expression resolved against the day of publication; tokens `from`..`to` (exclusive). */
export interface TimeExpression {
  readonly from: number;
  readonly to: number;
  readonly start: Day;
  readonly end: Day;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const SHORT_WEEKDAYS = ['sun.', 'mon', 'tue', 'tues', 'wed', 'thu', 'thurs', 'fri', 'sat.'];
const SHORT_INDEX = [0, 1, 2, 2, 3, 4, 4, 5, 6];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?$/;
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  several: 3,
};

/** All time expressions of a sentence; none without a day of publication to resolve them against. */
export function findTimes(tokens: readonly Token[], published: Day | null): TimeExpression[] {
  if (!published) return [];
  const found: TimeExpression[] = [];
  for (let i = 0; i < tokens.length;) {
    const time =
      dateAt(tokens, i, published) ??
      weekdayAt(tokens, i, published) ??
      relativeAt(tokens, i, published) ??
      yearAt(tokens, i);
    if (time) found.push(time);
    i = time ? time.to : i + 1;
  }
  return found;
}

const low = (tokens: readonly Token[], i: number): string => tokens[i]?.low ?? '';
const day = (from: number, to: number, start: Day): TimeExpression => ({
  from,
  to,
  start,
  end: start,
  unit: 'day',
});

/** "January 29, 2014", "29 January", "3 JAN 90", "1/29/2014", "January 2010". */
function dateAt(tokens: readonly Token[], i: number, published: Day): TimeExpression | null {
  const numeric = numericDate(tokens, i);
  if (numeric) return numeric;
  const first = MONTH.exec(low(tokens, i));
  if (first && tokens[i]!.capital) {
    const dot = low(tokens, i + 1) === '.' ? 1 : 0;
    const date = dateNumber(low(tokens, i + 1 + dot));
    const month = MONTHS.indexOf(first[1]!) + 1;
    if (date) {
      let to = i + 2 + dot;
      const comma = low(tokens, to) === ',' ? 1 : 0;
      const year = yearNumber(low(tokens, to + comma), false);
      if (year) to += comma + 1;
      return resolved(i, to, year, month, date, published);
    }
    const year = yearNumber(low(tokens, i + 1 + dot), false);
    if (year) return { from: i, to: i + 2 + dot, ...monthOf(year, month), unit: 'month' };
    if (
      low(tokens, i - 1) === 'in' ||
      low(tokens, i - 1) === 'since' ||
      low(tokens, i - 1) === 'last'
    ) {
      const past = Number(published.slice(0, 4)) - (month > Number(published.slice(5, 7)) ? 1 : 0);
      return { from: i, to: i + 1, ...monthOf(past, month), unit: 'month' };
    }
    return null;
  }
  const date = dateNumber(low(tokens, i));
  const of = low(tokens, i + 1) === 'of' ? 1 : 0;
  const second = date ? MONTH.exec(low(tokens, i + 1 + of)) : null;
  if (!date || !second || !tokens[i + 1 + of]!.capital) return null;
  const year = yearNumber(low(tokens, i + 2 + of), true);
  return resolved(
    i,
    i + 2 + of + (year ? 1 : 0),
    year,
    MONTHS.indexOf(second[1]!) + 1,
    date,
    published,
  );
}

function numericDate(tokens: readonly Token[], i: number): TimeExpression | null {
  if (low(tokens, i + 1) !== '/' || low(tokens, i + 3) !== '/') return null;
  const [month, date, year] = [i, i + 2, i + 4].map((at) => Number(low(tokens, at)));
  if (!month || !date || !year || month > 12) return null;
  const start = dayOf(year < 100 ? 2000 + year : year, month, date);
  return start ? day(i, i + 5, start) : null;
}

function dateNumber(word: string): number | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const value = Number(match?.[1]);
  return value >= 1 && value <= 31 ? value : null;
}

function yearNumber(word: string, short: boolean): number | null {
  if (/^(?:19|20)\d{2}$/.test(word)) return Number(word);
  return short && /^[5-9]\d$/.test(word) ? 1900 + Number(word) : null;
}

/** Without a year: the nearest such date that is not in the future (three days' grace). */
function resolved(
  from: number,
  to: number,
  year: number | null,
  month: number,
  date: number,
  published: Day,
): TimeExpression | null {
  const now = Number(published.slice(0, 4));
  let start = dayOf(year ?? now, month, date);
  if (start && !year && start > addDays(published, 3)) start = dayOf(now - 1, month, date);
  return start ? day(from, to, start) : null;
}

/** "Wednesday", "last Friday", "Wednesday night": the latest one not after publication. */
function weekdayAt(tokens: readonly Token[], i: number, published: Day): TimeExpression | null {
  const modifier = low(tokens, i);
  const at = modifier === 'last' || modifier === 'this' ? i + 1 : i;
  const name = low(tokens, at);
  const short = SHORT_WEEKDAYS.indexOf(name);
  const wanted = short >= 0 ? SHORT_INDEX[short]! : WEEKDAYS.indexOf(name.replace(/s$/, ''));
  if (wanted < 0 || !tokens[at]?.capital || name.endsWith('days')) return null;
  if (low(tokens, i - 1) === 'next') return null;
  let to = at + 1;
  // "Friday, Feb. 28": the full date says more.
  const date = dateAt(tokens, low(tokens, to) === ',' ? to + 1 : to, published);
  if (date) return { ...date, from: i };
  let back = (weekday(published) - wanted + 7) % 7;
  if (back === 0 && modifier === 'last') back = 7;
  if (/^(?:morning|afternoon|evening|night)$/.test(low(tokens, to))) to++;
  return day(i, to, addDays(published, -back));
}

/** "today", "last night", "three days ago", "this week", "last month". */
function relativeAt(tokens: readonly Token[], i: number, published: Day): TimeExpression | null {
  const [a, b, c] = [low(tokens, i), low(tokens, i + 1), low(tokens, i + 2)];
  if (a === 'today' || a === 'tonight') return day(i, i + 1, published);
  if (a === 'yesterday' || a === 'overnight') return day(i, i + 1, addDays(published, -1));
  if (a === 'this' && /^(?:morning|afternoon|evening)$/.test(b)) return day(i, i + 2, published);
  if (a === 'last' && (b === 'night' || b === 'evening'))
    return day(i, i + 2, addDays(published, -1));
  const count = COUNTS[a] ?? (/^\d{1,2}$/.test(a) ? Number(a) : undefined);
  if (count && c === 'ago') return ago(i, count, b.replace(/s$/, ''), published);
  if (a === 'this' || a === 'last' || a === 'past') return periodAt(i, a, b, published);
  return null;
}

function ago(i: number, count: number, unit: string, published: Day): TimeExpression | null {
  if (unit === 'day') return day(i, i + 3, addDays(published, -count));
  if (unit === 'hour' || unit === 'minute') return day(i, i + 3, published);
  const days = { week: 7, month: 30, year: 365 }[unit];
  if (!days) return null;
  const middle = addDays(published, -count * days);
  if (unit === 'week')
    return {
      from: i,
      to: i + 3,
      start: addDays(middle, -3),
      end: addDays(middle, 3),
      unit: 'week',
    };
  const [year, month] = [Number(middle.slice(0, 4)), Number(middle.slice(5, 7))];
  if (unit === 'month') return { from: i, to: i + 3, ...monthOf(year, month), unit: 'month' };
  return { from: i, to: i + 3, start: `${year}-01-01`, end: `${year}-12-31`, unit: 'year' };
}

/** Weeks begin on Monday; "this week" ends with the day of publication. */
function periodAt(i: number, which: string, unit: string, published: Day): TimeExpression | null {
  const monday = addDays(published, -((weekday(published) + 6) % 7));
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  const span = { from: i, to: i + 2 };
  const current = which === 'this';
  if (unit === 'week' || unit === 'weekend') {
    if (current) return { ...span, start: monday, end: published, unit: 'week' };
    const start = addDays(monday, unit === 'weekend' ? -2 : -7);
    return { ...span, start, end: addDays(monday, -1), unit: 'week' };
  }
  if (unit === 'month') {
    if (current)
      return { ...span, start: monthOf(year, month).start, end: published, unit: 'month' };
    return {
      ...span,
      ...(month === 1 ? monthOf(year - 1, 12) : monthOf(year, month - 1)),
      unit: 'month',
    };
  }
  if (unit !== 'year') return null;
  const then = current ? year : year - 1;
  return {
    ...span,
    start: `${then}-01-01`,
    end: current ? published : `${then}-12-31`,
    unit: 'year',
  };
}

/** "in 1985". */
function yearAt(tokens: readonly Token[], i: number): TimeExpression | null {
  const year = yearNumber(low(tokens, i), false);
  if (!year || !/^(?:in|since|during|of)$/.test(low(tokens, i - 1))) return null;
  return { from: i, to: i + 1, start: `${year}-01-01`, end: `${year}-12-31`, unit: 'year' };
}
