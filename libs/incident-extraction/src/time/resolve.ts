import { DAY, dayStart, type Instant, partsOf, weekStart } from './calendar.js';
import type { Amount, Expression } from './expression.js';
import {
  resolveCycle,
  resolveDate,
  resolveHoliday,
  resolveNth,
  resolveWeekday,
  resolveYears,
} from './resolve-date.js';
import { resolveAt, resolveClock, resolveDayPart, resolveStretch } from './resolve-time.js';
import type { Context, Span } from './span.js';
import { addUnits, isClockUnit, MEASURES, unitAround, type Unit } from './units.js';
import { dateValue, durationValue } from './value.js';

/** The span of an expression; null where the calendar has no such time. */
export function resolve(e: Expression, context: Context): Span | null {
  switch (e.kind) {
    case 'reference': {
      const at = context.reference;
      const now = e.value === 'PRESENT_REF';
      return {
        start: now ? at : null,
        end: now ? at : null,
        grain: 'second',
        type: 'DATE',
        value: e.value,
        dated: false,
      };
    }
    case 'period':
      return resolvePeriod(e, context);
    case 'date':
      return resolveDate(e, context);
    case 'weekday':
      return resolveWeekday(e, context, resolve);
    case 'cycle':
      return resolveCycle(e, context, resolve);
    case 'years':
      return resolveYears(e, context);
    case 'holiday':
      return resolveHoliday(e, context);
    case 'nth':
      return resolveNth(e, context, resolve);
    case 'span':
      return resolveBeside(e, context);
    case 'offset':
      return resolveOffset(e, context);
    case 'duration':
      return resolveDuration(e, context);
    case 'set':
      return { start: null, end: null, grain: 'day', type: 'SET', value: e.value, dated: false };
    case 'clock':
      return resolveClock(e);
    case 'dayPart':
      return resolveDayPart(e, context);
    case 'at':
      return resolveAt(e, context, resolve);
    case 'stretch':
      return resolveStretch(e, context, resolve);
    case 'range':
      return resolveRange(e, context);
  }
}

export type Resolve = typeof resolve;

/** From the year 1 to 9999: what ISO 8601 can write without agreement. */
const inCalendar = (t: Instant): boolean => t > -62_135_596_800 && t < 253_402_300_800;

/** The unit of the calendar at `t`, as a date; null beyond the calendar ("a million years ago"). */
export function unitSpan(t: Instant, unit: Unit): Span | null {
  if (!inCalendar(t)) return null;
  const { start, end } = unitAround(t, unit);
  const type = isClockUnit(unit) ? 'TIME' : 'DATE';
  return { start, end, grain: unit, type, value: dateValue(start, unit), dated: true };
}

function resolvePeriod(e: Extract<Expression, { kind: 'period' }>, context: Context): Span | null {
  const held = e.holding ? resolve(e.holding, context) : null;
  if (e.holding && held?.start == null) return null;
  const told = e.told ? context.last?.start : null;
  // "the quarter" of a report is the one that is over.
  if (context.news && e.unit === 'quarter' && e.shift === 0 && e.bare)
    return context.last?.grain === 'quarter'
      ? context.last
      : unitSpan(
          addUnits(unitAround(context.reference, 'quarter').start, 'quarter', -1),
          'quarter',
        );
  const { start } = unitAround(held?.start ?? told ?? context.reference, e.unit);
  return unitSpan(addUnits(start, e.unit, e.shift), e.unit);
}

/** How many a vague number is taken for, where a stretch of time needs one (ACLED: several is three). */
export const FEW = 3;

function move(t: Instant, amounts: readonly Amount[], sign: -1 | 1): Instant {
  return amounts.reduce((at, { n, unit }) => addUnits(at, unit, sign * (n ?? FEW)), t);
}

/** Quarters, decades and centuries are counted whole: "the last two quarters" end with the latest that is over. */
function wholeUnits(
  { amounts, toward }: Extract<Expression, { kind: 'span' }>,
  reference: Instant,
): [Instant, Instant] | null {
  const { n, unit } = amounts[0]!;
  if (amounts.length > 1 || !/^(?:quarter|decade|century)$/.test(unit)) return null;
  const around = unitAround(reference, unit);
  return toward > 0
    ? [around.end, addUnits(around.end, unit, n ?? FEW)]
    : [addUnits(around.start, unit, -(n ?? FEW)), around.start];
}

/** "the past two weeks" ends, "the next two weeks" begins at the reference; whole days by the day. */
function resolveBeside(
  e: Extract<Expression, { kind: 'span' }>,
  { reference }: Context,
): Span | null {
  const clock = e.amounts.some(({ unit }) => isClockUnit(unit));
  const whole = e.fromNow ? null : wholeUnits(e, reference);
  const from = clock ? reference : dayStart(reference) + (e.toward > 0 && !e.fromNow ? DAY : 0);
  const to = move(from, e.amounts, e.toward);
  const [start, end] = whole ?? (e.toward > 0 ? [from, to] : [to, from]);
  if (!inCalendar(to)) return null;
  const grain = e.amounts.at(-1)!.unit;
  return {
    start,
    end,
    grain,
    type: 'DURATION',
    value: durationValue(e.amounts),
    dated: true,
    amounts: e.amounts,
  };
}

function resolveOffset(e: Extract<Expression, { kind: 'offset' }>, context: Context): Span | null {
  // "the lowest in six years": with no verb that looks ahead, "in" measures.
  if (e.within && context.news && context.direction !== 'future')
    return resolveDuration({ kind: 'duration', amounts: e.amounts }, context);
  const anchor = e.anchor ? resolve(e.anchor, context) : null;
  if (e.anchor && anchor?.start == null) return null;
  const told = e.told ? context.last?.start : null;
  const from = anchor?.start ?? told ?? context.reference;
  if (context.last?.grain === 'quarter' && context.news && isOneYear(e.amounts))
    return unitSpan(addUnits(context.last.start!, 'year', e.sign), 'quarter');
  const at = move(from, e.amounts, e.sign);
  const { unit, n } = e.amounts.at(-1)!;
  if (e.less && !context.news && inCalendar(at)) {
    const [start, end] = at < from ? [at, from] : [from, at];
    const value = durationValue(e.amounts);
    return { start, end, grain: unit, type: 'DURATION', value, dated: true, amounts: e.amounts };
  }
  // "in three days on Friday": the Friday of the week that three days lead to.
  // Months lead to the first one from then on.
  if (e.weekday !== undefined) {
    const weeks = e.amounts.every((each) => MEASURES[each.unit].seconds !== undefined);
    const first = weeks ? weekStart(at) : dayStart(at);
    return unitSpan(first + ((e.weekday - partsOf(first).weekday + 7) % 7) * DAY, 'day');
  }
  if (n === null && !e.anchor) return vaguely(unit, e.sign, context.reference);
  if (!inCalendar(at)) return null;
  if (isClockUnit(unit)) return { ...unitSpan(at, 'minute')!, start: at, exact: at };
  const grain =
    unit === 'night' || e.anchor
      ? 'day'
      : unit === 'weekend' || unit === 'fortnight'
        ? 'week'
        : unit;
  return { ...unitSpan(at, grain)!, exact: dayStart(at) };
}

/** "A year earlier" in a report of a quarter is that quarter of the year before. */
const isOneYear = (amounts: readonly Amount[]): boolean =>
  amounts.length === 1 && amounts[0]!.unit === 'year' && amounts[0]!.n === 1;

/** "A few days ago": from one of the unit to seven, which is what the word is used for. */
function vaguely(unit: Unit, sign: -1 | 1, reference: Instant): Span | null {
  const value = sign < 0 ? 'PAST_REF' : 'FUTURE_REF';
  const [near, far] = [1, 7].map((n) => addUnits(reference, unit, sign * n)) as [Instant, Instant];
  if (!inCalendar(far)) return null;
  const [start, end] = near < far ? [near, far] : [far, near];
  const exact = addUnits(reference, unit, sign * FEW);
  return { start, end, grain: unit, type: 'DATE', value, dated: true, exact };
}

function resolveDuration(
  e: Extract<Expression, { kind: 'duration' }>,
  context: Context,
): Span | null {
  const { amounts } = e;
  const from = e.starting ? resolve(e.starting, context) : null;
  if (e.starting && from?.start == null) return null;
  const end = from?.start != null ? move(from.start, amounts, 1) : null;
  if (from?.clock !== undefined && end !== null) return { ...from, end };
  if (end !== null && !inCalendar(end)) return null;
  return {
    start: from?.start ?? null,
    end,
    grain: amounts.at(-1)!.unit,
    type: 'DURATION',
    value: durationValue(amounts),
    dated: from?.dated ?? false,
    amounts,
  };
}

/** Both ends; where the last would lie before the first, it is the next such time. */
function resolveRange(e: Extract<Expression, { kind: 'range' }>, context: Context): Span | null {
  const ends = resolveEnds(e, context);
  if (!ends) return null;
  const [first, last] = ends;
  return {
    start: first.start,
    end: last.end,
    grain: last.grain,
    type: first.type,
    value: `${first.value}/${last.value}`,
    dated: first.dated && last.dated,
  };
}

export function resolveEnds(
  { first, last }: Extract<Expression, { kind: 'range' }>,
  context: Context,
): [Span, Span] | null {
  let a = resolveEnd(first, context);
  let b = resolveEnd(last, context);
  if (a?.start != null && !a.dated && b?.dated) a = onDay(a, dayStart(context.reference));
  if (!a || !b || a.start === null || b.start === null) return null;
  if (b.start < a.start) {
    if (context.direction !== 'future' && b.dated && a.dated) {
      a = resolve(first, { ...context, reference: b.start, direction: 'past' }) ?? a;
    } else if (b.dated) {
      b = resolve(last, { ...context, reference: a.start, direction: 'future' }) ?? b;
    } else b = { ...b, start: b.start + DAY, end: b.end! + DAY };
  }
  if (a.dated && !b.dated) b = onDay(b, dayStart(a.start!));
  if ((b.start ?? 0) < (a.start ?? 0)) return null;
  return context.news ? [a, b] : holding(first, last, [a, b], context);
}

/** "Now" is dated where it ends a range. */
function resolveEnd(e: Expression, context: Context): Span | null {
  const span = resolve(e, context);
  return span && e.kind === 'reference' ? { ...span, dated: span.start !== null } : span;
}

/** A range whose years are not told is the one that holds the day of writing, where one does. */
function holding(
  first: Expression,
  last: Expression,
  [a, b]: [Span, Span],
  context: Context,
): [Span, Span] {
  const open = (e: Expression): boolean =>
    e.kind === 'date' && e.year === undefined && e.month !== undefined && !e.which;
  const today = dayStart(context.reference);
  if (!open(first) || !open(last) || a.start! <= today) return [a, b];
  const before = resolve(first, { ...context, direction: 'past' });
  const end =
    before?.start == null
      ? null
      : resolve(last, { ...context, reference: before.start, direction: 'future' });
  return before && end?.end != null && end.end > today ? [before, end] : [a, b];
}

/** An undated time of day on a day. */
export function onDay(time: Span, day: Instant): Span {
  const date = dateValue(day, 'day');
  return {
    ...time,
    start: day + (time.start ?? 0),
    end: day + (time.end ?? 0),
    value: `${date}${time.value}`,
    dated: true,
  };
}
