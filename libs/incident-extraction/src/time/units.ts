import {
  addMonths,
  DAY,
  dayStart,
  HOUR,
  type Instant,
  MINUTE,
  monthStart,
  partsOf,
  weekStart,
} from './calendar.js';

/** What time is counted in; `night` counts as a day does. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'week'
  | 'weekend'
  | 'workweek'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

interface Measure {
  /** TIMEX3's letter. */
  readonly code: string;
  readonly seconds?: number;
  readonly months?: number;
}

export const MEASURES: Readonly<Record<Unit, Measure>> = {
  second: { code: 'S', seconds: 1 },
  minute: { code: 'M', seconds: MINUTE },
  hour: { code: 'H', seconds: HOUR },
  day: { code: 'D', seconds: DAY },
  night: { code: 'D', seconds: DAY },
  week: { code: 'W', seconds: 7 * DAY },
  weekend: { code: 'W', seconds: 7 * DAY },
  workweek: { code: 'W', seconds: 7 * DAY },
  fortnight: { code: 'W', seconds: 14 * DAY },
  month: { code: 'M', months: 1 },
  quarter: { code: 'Q', months: 3 },
  half: { code: 'M', months: 6 },
  season: { code: 'M', months: 12 },
  year: { code: 'Y', months: 12 },
  decade: { code: 'E', months: 120 },
  century: { code: 'C', months: 1_200 },
  millennium: { code: 'L', months: 12_000 },
};

export const isClockUnit = (unit: Unit): boolean =>
  unit === 'hour' || unit === 'minute' || unit === 'second';

/** Moves by so many units; a fraction of a month or year is counted in days. */
export function addUnits(t: Instant, unit: Unit, n: number): Instant {
  const { seconds, months } = MEASURES[unit];
  if (seconds) return t + Math.round(n * seconds);
  const whole = Math.trunc(n * months!);
  return addMonths(t, whole) + Math.round((n * months! - whole) * 30) * DAY;
}

/** How many units of about that length, in seconds: months of 30 days, years of 365. */
export const secondsIn = (unit: Unit): number => {
  const { seconds, months } = MEASURES[unit];
  if (unit === 'weekend') return 2 * DAY;
  return seconds ?? (months! % 12 === 0 ? (months! / 12) * 365 * DAY : months! * 30 * DAY);
};

/** The unit of the calendar that holds an instant; `end` is exclusive. */
export function unitAround(t: Instant, unit: Unit): { start: Instant; end: Instant } {
  const { seconds, months } = MEASURES[unit];
  if (unit === 'weekend') return { start: weekStart(t) + 5 * DAY, end: weekStart(t) + 7 * DAY };
  if (unit === 'workweek') return { start: weekStart(t), end: weekStart(t) + 5 * DAY };
  if (unit === 'week' || unit === 'fortnight')
    return { start: weekStart(t), end: weekStart(t) + seconds! };
  if (unit === 'day' || unit === 'night') return { start: dayStart(t), end: dayStart(t) + DAY };
  if (seconds) {
    const start = Math.floor(t / seconds) * seconds;
    return { start, end: start + seconds };
  }
  const { year, month } = partsOf(t);
  const index = year * 12 + month - 1;
  const first = Math.floor(index / months!) * months!;
  return {
    start: monthStart(Math.floor(first / 12), (first % 12) + 1),
    end: monthStart(Math.floor((first + months!) / 12), ((first + months!) % 12) + 1),
  };
}
