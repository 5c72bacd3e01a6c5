import { addMonths, DAY, dayStart, HOUR, MINUTE } from './calendar.js';
import type { Clock, DayPart, Expression, Stretch } from './expression.js';
import { onDay, type Resolve, resolveEnds } from './resolve.js';
import type { Context, Span } from './span.js';
import { clockValue, dateValue, partValue } from './value.js';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/** A time of day in seconds from midnight, its day not told. */
export function resolveClock({ hour, minute, second, half, utc }: Clock): Span {
  const h = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  const start = h * HOUR + (minute ?? 0) * MINUTE + (second ?? 0);
  const grain = second !== null ? 'second' : minute !== null ? 'minute' : 'hour';
  const length = grain === 'hour' ? HOUR : grain === 'minute' ? MINUTE : 1;
  const value = `${clockValue(start, grain)}${utc ? 'Z' : ''}`;
  return { start, end: start + length, grain, type: 'TIME', value, dated: false, clock: start };
}

/** Hours that a part of day spans; nights run into the next day. */
const HOURS: Readonly<Record<DayPart, readonly [number, number]>> = {
  'early hours': [0, 6],
  dawn: [4, 7],
  morning: [5, 12],
  breakfast: [6, 10],
  brunch: [10, 14],
  lunch: [11, 14],
  dinner: [17, 21],
  daytime: [6, 18],
  afternoon: [12, 18],
  dusk: [17, 20],
  evening: [17, 22],
  night: [20, 30],
  overnight: [20, 30],
};

/** "overnight" alone is the night before the day of writing; of other parts the day is not told. */
export function resolveDayPart({ part, stretch }: Of<'dayPart'>, { reference }: Context): Span {
  const [from, to] = HOURS[part];
  const span: Span = {
    start: from * HOUR,
    end: to * HOUR,
    grain: 'hour',
    type: 'TIME',
    value: partValue('', part),
    dated: false,
    part,
    ...(stretch && { stretch }),
  };
  return part === 'overnight' ? onDay(span, dayStart(reference) - DAY) : span;
}

export function resolveAt(e: Of<'at'>, context: Context, resolve: Resolve): Span | null {
  const date = resolve(e.date, context);
  if (date?.start == null) return date;
  if (e.time.kind === 'range') {
    const ends = resolveEnds(e.time, context);
    if (!ends) return null;
    const [a, b] = ends.map((end) => onDay(end, date.start!)) as [Span, Span];
    // A stretch between two clocks' times is no time of the clock.
    const { clock: _, ...stretch } = a;
    return { ...stretch, end: b.start };
  }
  // "overnight Saturday" is the night that begins with it.
  const time =
    e.time.kind === 'dayPart' && e.time.part === 'overnight'
      ? { ...e.time, part: 'night' as const }
      : e.time;
  const span = resolve(time, context);
  return span && onDay(span, date.start);
}

/** What share of a whole its beginning, middle and end are. */
const SHARES: Readonly<Partial<Record<Stretch, readonly [number, number]>>> = {
  start: [0, 1 / 3],
  early: [0, 1 / 2],
  mid: [1 / 4, 3 / 4],
  late: [1 / 2, 1],
  end: [2 / 3, 1],
};

/** "earlier this week" ends, "later this week" begins with the day of writing; a day's stretches are its hours. */
export function resolveStretch(e: Of<'stretch'>, context: Context, resolve: Resolve): Span | null {
  const whole = resolve(e.of, context);
  if (!whole || whole.start === null || whole.end === null) return whole;
  const { stretch } = e;
  const today = dayStart(context.reference);
  const told = { ...whole, stretch };
  if (whole.grain === 'day') {
    const part: DayPart | null =
      stretch === 'early' ? 'morning' : stretch === 'late' ? 'evening' : null;
    return part ? { ...told, value: dateValue(whole.start, 'day') } : told;
  }
  const holds = whole.start <= today && today < whole.end;
  if (holds && stretch === 'earlier') return { ...told, end: Math.max(today, whole.start + DAY) };
  if (holds && (stretch === 'later' || stretch === 'rest')) return { ...told, start: today };
  const share = SHARES[stretch];
  if (!share) return told;
  const { start, end } = whole;
  const months = Math.round((end - start) / (30.4 * DAY));
  // Years are cut at months, months and weeks at days.
  const at = (x: number): number =>
    months >= 6
      ? addMonths(start, Math.round(x * months))
      : start + Math.ceil((x * (end - start)) / DAY) * DAY;
  return { ...told, start: at(share[0]), end: at(share[1]) };
}
