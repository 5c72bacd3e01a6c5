import {
  DAY,
  dateOf,
  dayStart,
  easter,
  islamic,
  type Instant,
  monthStart,
  partsOf,
  weekStart,
} from './calendar.js';
import type { Expression, PartialDate, Which } from './expression.js';
import { HOLIDAYS, type HolidayRule } from './lexicon.js';
import type { Resolve } from './resolve.js';
import type { Context, Span } from './span.js';
import { addUnits, unitAround } from './units.js';
import { dateValue, durationValue } from './value.js';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

const dated = (
  start: Instant,
  end: Instant,
  grain: Span['grain'],
  value = dateValue(start, grain),
): Span => ({
  start,
  end,
  grain,
  type: 'DATE',
  value,
  dated: true,
});
const daySpan = (start: Instant): Span => dated(start, start + DAY, 'day');

/** How much farther a time may lie on the side that the verb looks to, and still be the one meant. */
const PULL = 5;

/**
 * Of several times, from early to late, the one on the side that the words name. Where they name none it
 * is the nearest, the verb's tense pulling: nobody leaves out the year of a day eleven months ago.
 */
function choose(times: readonly Span[], which: Which, context: Context): Span | null {
  const { reference, direction } = context;
  const today = dayStart(reference);
  const past = times
    .filter((t) => (which === 'last' ? t.end! <= today : t.start! <= reference))
    .at(-1);
  const future = times.find((t) => (which === 'next' ? t.start! > reference : t.end! > today));
  if (which === 'last') return past ?? null;
  if (which === 'next') return future ?? null;
  if (!past || !future) return past ?? future ?? null;
  if (!context.news) return direction === 'past' ? past : future;
  const back = Math.max(0, today - past.end! + DAY);
  const ahead = Math.max(0, future.start! - today);
  const pull = direction === null ? 1 : direction === 'past' ? PULL : 1 / PULL;
  return back <= ahead * pull ? past : future;
}

/** A date that no calendar has ("30 February"): told, but never. */
const never = (year: number | undefined, month: number, day: number): Span => ({
  start: null,
  end: null,
  grain: 'day',
  type: 'DATE',
  value: `${year ?? 'XXXX'}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  dated: false,
});

/** How many years away 29 February can be, at most. */
const LEAP_YEARS = 8;

export function resolveDate(e: PartialDate, context: Context): Span | null {
  const { year, month, day, weekday } = e;
  const now = partsOf(context.reference);
  if (month === undefined) return dayOfMonth(day!, weekday, context);
  const of = (y: number): Span | null => {
    if (day === undefined) return dated(monthStart(y, month), monthStart(y, month + 1), 'month');
    const start = dateOf(y, month, day);
    return start === null ? null : daySpan(start);
  };
  if (year !== undefined) return of(year) ?? never(year, month, day!);
  if (e.which === 'this') return of(now.year) ?? never(now.year, month, day!);
  const times: Span[] = [];
  const reach = month === 2 && day === 29 ? LEAP_YEARS : 1;
  for (let y = now.year - reach; y <= now.year + reach; y++) {
    const span = of(y);
    if (span) times.push(span);
  }
  if (times.length === 0) return never(undefined, month, day!);
  return choose(times, e.which ?? null, context);
}

/** "the 27th", "Friday the 15th": the nearest month that has it. */
function dayOfMonth(day: number, weekday: number | undefined, context: Context): Span | null {
  const { year, month } = partsOf(context.reference);
  const times: Span[] = [];
  for (let m = month - 12; m <= month + 12; m++) {
    const first = monthStart(year, m);
    const start = first + (day - 1) * DAY;
    if (start >= monthStart(year, m + 1)) continue;
    if (weekday === undefined || partsOf(start).weekday === weekday) times.push(daySpan(start));
  }
  // "Monday 21": few months have it, so the nearest is meant.
  const far = ({ start }: Span): number => Math.abs(start! - dayStart(context.reference));
  if (weekday !== undefined && times.length > 0)
    return times.reduce((best, each) => (far(each) < far(best) ? each : best));
  return choose(times, null, context);
}

/** Days from the week's Monday. */
const fromMonday = (weekday: number): number => ((weekday + 6) % 7) * DAY;

export function resolveWeekday(e: Of<'weekday'>, context: Context, resolve: Resolve): Span | null {
  const { weekday, which } = e;
  if (e.week) {
    const week = resolve(e.week, context);
    return week?.start == null ? null : daySpan(weekStart(week.start) + fromMonday(weekday));
  }
  const today = dayStart(context.reference);
  const back = (partsOf(today).weekday - weekday + 7) % 7;
  const latest = today - back * DAY;
  const monday = weekStart(today);
  if (which === 'last') {
    if (e.nearest || context.news) return daySpan(back === 0 ? latest - 7 * DAY : latest);
    return daySpan(monday - 7 * DAY + fromMonday(weekday));
  }
  if (which === 'next') {
    if (e.nearest || context.news) return daySpan(latest + 7 * DAY);
    return daySpan(monday + 7 * DAY + fromMonday(weekday));
  }
  if (which === 'this' && !context.news) return daySpan(monday + fromMonday(weekday));
  return daySpan(context.direction !== 'future' || back === 0 ? latest : latest + 7 * DAY);
}

const SEASONS = ['WI', 'SP', 'SU', 'FA'];

/** Seasons of the northern hemisphere by months (winter is named after its January). */
export function resolveCycle(e: Of<'cycle'>, context: Context, resolve: Resolve): Span | null {
  const { unit, n, which } = e;
  const of = (year: number): Span => {
    if (unit === 'season') {
      const start = monthStart(year, n * 3);
      return dated(
        start,
        monthStart(year, n * 3 + 3),
        'season',
        `${String(year).padStart(4, '0')}-${SEASONS[n]}`,
      );
    }
    const months = unit === 'quarter' ? 3 : 6;
    return dated(monthStart(year, (n - 1) * months + 1), monthStart(year, n * months + 1), unit);
  };
  const year = e.year ? resolve(e.year, context) : null;
  if (year?.start != null) return of(partsOf(year.start).year);
  const now = partsOf(context.reference).year;
  if (which === 'this') return of(now);
  return choose([now - 2, now - 1, now, now + 1, now + 2].map(of), which, context);
}

export function resolveYears({ first, length }: Of<'years'>, context: Context): Span {
  let year = first;
  if (first < 100 && length === 10) {
    const now = partsOf(context.reference).year;
    year = Math.floor(now / 100) * 100 + first;
    if (year > now) year -= 100;
  }
  const grain = length === 1 ? 'year' : length === 10 ? 'decade' : 'century';
  return dated(monthStart(year, 1), monthStart(year + length, 1), grain);
}

export function resolveHoliday(e: Of<'holiday'>, context: Context): Span | null {
  const rule = HOLIDAYS[e.name]!;
  const of = (year: number): Span => {
    const day = holidayIn(rule, year);
    if (!e.weekend) return daySpan(day);
    const saturday = weekStart(day + DAY) - (partsOf(day).weekday === 1 ? 2 : -5) * DAY;
    const start = partsOf(day).weekday === 1 ? day - 2 * DAY : saturday;
    return dated(start, Math.max(weekStart(start) + 7 * DAY, day + DAY), 'weekend');
  };
  if (e.year) return of(e.year);
  const now = partsOf(context.reference).year;
  return choose([now - 1, now, now + 1].map(of), e.which, context);
}

function holidayIn(rule: HolidayRule, year: number): Instant {
  if (rule.islamic) return islamic(year, ...rule.islamic);
  if (rule.easter !== undefined) return easter(year) + rule.easter * DAY;
  const month = rule.month!;
  if (rule.day !== undefined) return monthStart(year, month) + (rule.day - 1) * DAY;
  const [start, end] = [monthStart(year, month), monthStart(year, month + 1)];
  return weekdayIn(start, end, rule.weekday!, rule.nth!) + (rule.after ?? 0) * DAY;
}

/** The n-th such weekday of a stretch; n < 0 counts from its end. */
function weekdayIn(start: Instant, end: Instant, weekday: number, n: number): Instant {
  if (n > 0) return start + ((weekday - partsOf(start).weekday + 7) % 7) * DAY + (n - 1) * 7 * DAY;
  const last = end - DAY;
  return last - ((partsOf(last).weekday - weekday + 7) % 7) * DAY + (n + 1) * 7 * DAY;
}

export function resolveNth(e: Of<'nth'>, context: Context, resolve: Resolve): Span | null {
  const whole = e.of
    ? resolve(e.of, context)
    : { ...unitAround(context.reference, 'month'), grain: 'month' };
  if (whole?.start == null || whole.end == null) return null;
  if (e.weekday !== null) {
    const start = weekdayIn(whole.start, whole.end, e.weekday, e.n);
    return start >= whole.start && start < whole.end ? daySpan(start) : null;
  }
  if (e.unit === 'weekend') {
    const saturday = weekdayIn(whole.start, whole.end, 6, e.n);
    return saturday < whole.start || saturday >= whole.end
      ? null
      : dated(saturday, saturday + 2 * DAY, 'weekend');
  }
  // A week belongs to where its Thursday lies (ISO 8601).
  const first = e.unit === 'week' ? weekdayIn(whole.start, whole.end, 4, 1) - 3 * DAY : whole.start;
  const { start } = unitAround(first, e.unit);
  const from =
    e.n > 0
      ? addUnits(start, e.unit, e.n - 1)
      : e.unit === 'week'
        ? weekdayIn(whole.start, whole.end, 4, -1) - 3 * DAY + (1 - e.count) * 7 * DAY
        : addUnits(whole.end, e.unit, -e.count);
  if (from >= whole.end) {
    const { year, month } = partsOf(whole.start);
    return e.unit === 'day' && whole.grain === 'month' ? never(year, month, e.n) : null;
  }
  const span = dated(from, addUnits(from, e.unit, e.count), e.unit);
  if (e.count === 1) return span;
  return { ...span, type: 'DURATION', value: durationValue([{ n: e.count, unit: e.unit }]) };
}
