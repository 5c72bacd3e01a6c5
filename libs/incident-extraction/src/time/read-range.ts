import { type Atom, at } from './atoms.js';
import type { Clock, Expression, PartialDate } from './expression.js';
import { bareHourAt, halfAt } from './read-clock.js';
import { dayNumberAt, type Hit, monthAt, type Reader } from './read-date.js';
import { readPeriod } from './read-period.js';

interface End extends Hit {
  readonly from: number;
}
export interface Range extends Hit {
  readonly ends: readonly [End, End];
}

const RANGED =
  /^(?:date|weekday|clock|years|at|cycle|period|stretch|holiday|nth|reference|offset)$/;

/**
 * "from Monday to Thursday", "between 4 and 22 January", "Jan. 3-5", "10:30-11 p.m.": two ends of a
 * kind, each with what the other says for both. `clocks`: a day stands before, so hours may be bare.
 */
export function readRange(
  a: readonly Atom[],
  i: number,
  time: Reader,
  clocks: boolean,
): Range | null {
  const { low } = at(a, i);
  const lead =
    low === 'from' || low === 'between' || (low === 'in' && Number.isFinite(at(a, i + 1).number))
      ? 1
      : 0;
  const from = i + lead;
  if (
    !at(a, from).word &&
    !Number.isFinite(at(a, from).number) &&
    !/^\d/.test(at(a, from).low) &&
    at(a, from).low !== 'the' &&
    !/^(?:this|q|h)$/.test(at(a, from).low)
  )
    return null;
  const hours = clockRange(a, from, low, clocks || low === 'from' || low === 'between');
  if (clocks) return hours;
  const days = dayRange(a, from, low);
  if (days) return days;
  const first = time(a, from);
  const to = first ? separatorAt(a, first.to, low) : null;
  if (!first || !to || !RANGED.test(first.expression.kind)) return hours;
  const last = lastEnd(a, to, first.expression, time);
  if (!last || !RANGED.test(last.expression.kind)) return hours;
  const dashed = /^[-–—]$/.test(at(a, to - 1).low);
  if (!lead && dashed && !sameKind(first.expression, last.expression)) return hours;
  // "between 3 and 4 p.m. tomorrow": the day is of both.
  if (
    hours &&
    (hours.to >= last.to || (first.expression.kind === 'clock' && last.expression.kind === 'at'))
  )
    return hours;
  return join({ ...first, from }, { ...last, from: to });
}

/** After the first end: the atom where the last one begins. */
function separatorAt(a: readonly Atom[], i: number, lead: string): number | null {
  const { low } = at(a, i);
  if (low === 'and') return lead === 'between' ? i + 1 : null;
  return /^(?:to|until|till|through|thru|[-–—~])$/.test(low) ? i + 1 : null;
}

const sameKind = (a: Expression, b: Expression): boolean => a.kind === b.kind;

function lastEnd(a: readonly Atom[], i: number, first: Expression, time: Reader): Hit | null {
  if (first.kind === 'date' && first.month !== undefined) {
    const hit = time(a, i);
    const day = dayNumberAt(a, i);
    if (day && first.day !== undefined && (!hit || hit.to <= day.to)) {
      // "from April 27 to the third": of the month after.
      const month = day.n > first.day ? first.month : (first.month % 12) + 1;
      return { expression: { kind: 'date', month, day: day.n }, to: day.to };
    }
    return hit;
  }
  return time(a, i);
}

/** "4 to 22 this month", "4-22 January, 1995", "Jan. 3-5" by way of its last end. */
function dayRange(a: readonly Atom[], i: number, lead: string): Range | null {
  const first = dayNumberAt(a, i);
  const to = first ? separatorAt(a, first.to, lead) : null;
  const last = to ? dayNumberAt(a, to) : null;
  if (!first || !to || !last || last.n <= first.n) return null;
  const skip = /^(?:in|of)$/.test(at(a, last.to).low) ? 1 : 0;
  const month = readPeriod(a, last.to + skip);
  if (month?.expression.kind !== 'period' || month.expression.unit !== 'month')
    return dayMonthRange(a, i, first.n, to, last.n, last.to);
  const of = month.expression;
  const day = (n: number): Expression => ({
    kind: 'nth',
    n,
    count: 1,
    unit: 'day',
    weekday: null,
    of,
  });
  return join(
    { expression: day(first.n), from: i, to: first.to },
    { expression: day(last.n), from: to, to: month.to },
  );
}

function dayMonthRange(
  a: readonly Atom[],
  i: number,
  first: number,
  lastFrom: number,
  last: number,
  to: number,
): Range | null {
  const of = at(a, to).low === 'of' ? 1 : 0;
  const named = monthAt(a, to + of);
  if (!named) return null;
  const { month } = named;
  const comma = /^(?:,|in|of)$/.test(at(a, named.to).low) ? 1 : 0;
  const year = at(a, named.to + comma).number;
  const known = year >= 1_000 && year <= 2_199;
  const day = (n: number): PartialDate => ({ kind: 'date', month, day: n, ...(known && { year }) });
  return join(
    { expression: day(first), from: i, to: lastFrom - 1 },
    { expression: day(last), from: lastFrom, to: known ? named.to + 1 + comma : named.to },
  );
}

/** "from 10:30 to 3", "4 - 6:30 pm", "between 2 and 4pm". */
function clockRange(a: readonly Atom[], i: number, lead: string, bare: boolean): Range | null {
  const from = /^(?:from|between)$/.test(at(a, i).low) ? i + 1 : i;
  const word = from > i ? at(a, i).low : lead;
  const first = bareHourAt(a, from);
  const to = first ? separatorAt(a, first.to, word) : null;
  const last = to ? bareHourAt(a, to) : null;
  if (!first || !to || !last) return null;
  const told =
    first.clock.half !== null ||
    last.clock.half !== null ||
    isExact(first.clock) ||
    isExact(last.clock) ||
    (a[from]?.word?.clock ?? a[to]?.word?.clock) !== undefined;
  if (!told && !bare && !isWeekdayNext(a, last.to)) return null;
  if (
    halfAt(a, last.to) ||
    (/^[-/.:%]$/.test(at(a, last.to).low) &&
      at(a, last.to).start === at(a, last.to - 1).end &&
      at(a, last.to).low !== '.')
  )
    return null;
  const next = at(a, last.to);
  const exact = last.clock.half !== null || isExact(last.clock);
  if (next.word?.unit || (!exact && (next.word?.month || next.low === 'of'))) return null;
  const [early, late] = halved(first.clock, last.clock);
  return join(
    { expression: early, from, to: first.to },
    { expression: late, from: to, to: last.to },
  );
}

/** "6-8 next Monday": hours, since no day can be meant. */
const isWeekdayNext = (a: readonly Atom[], i: number): boolean => {
  const lead = at(a, i).word?.shift === undefined ? i : i + 1;
  return lead > i && at(a, lead).word?.weekday !== undefined;
};

const isExact = ({ minute }: Clock): boolean => minute !== null;

/** The half that one end names holds for both, unless they would then be out of order. */
function halved(first: Clock, last: Clock): [Clock, Clock] {
  if (first.half === null && last.half !== null && first.hour <= 12) {
    const same = { ...first, half: last.half };
    const hour = (c: Clock): number => (c.hour % 12) * 60 + (c.minute ?? 0);
    return hour(same) < hour(last)
      ? [same, last]
      : [{ ...first, half: last.half === 'pm' ? 'am' : 'pm' }, last];
  }
  // "10am-12am": nobody means midnight.
  if (first.half === 'am' && last.half === 'am' && last.hour === 12 && first.hour < 12)
    return [first, { ...last, half: 'pm' }];
  if (
    last.half === null &&
    first.half === null &&
    last.hour < first.hour &&
    last.hour <= 12 &&
    first.hour <= 12
  )
    return [first, { ...last, half: 'pm' }];
  return [first, last];
}

/** A year or month that one end names holds for both. */
function join(first: End, last: End): Range {
  let [a, b] = [first.expression, last.expression];
  if (
    a.kind === 'date' &&
    b.kind === 'date' &&
    a.year === undefined &&
    b.year !== undefined &&
    a.month !== undefined
  ) {
    const over = b.month !== undefined && a.month > b.month;
    a = { ...a, year: over ? b.year - 1 : b.year };
  } else if (
    a.kind === 'date' &&
    b.kind === 'date' &&
    a.year !== undefined &&
    b.year === undefined &&
    b.month !== undefined
  ) {
    b = { ...b, year: a.month !== undefined && a.month > b.month ? a.year + 1 : a.year };
  }
  if (a.kind === 'cycle' && b.kind === 'cycle' && !a.year && b.year) a = { ...a, year: b.year };
  return {
    expression: { kind: 'range', first: a, last: b },
    to: last.to,
    ends: [
      { ...first, expression: a },
      { ...last, expression: b },
    ],
  };
}
