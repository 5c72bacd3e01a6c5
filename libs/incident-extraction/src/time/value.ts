import { HOUR, type Instant, isoDay, isoDateTime, isoWeek, MINUTE, partsOf } from './calendar.js';
import type { Amount, DayPart } from './expression.js';
import { isClockUnit, MEASURES, type Unit } from './units.js';

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** TIMEX3's value of the calendar unit that begins at an instant. */
export function dateValue(start: Instant, grain: Unit): string {
  const { year, month } = partsOf(start);
  const y = pad(year, 4);
  switch (grain) {
    case 'second':
      return isoDateTime(start);
    case 'minute':
      return isoDateTime(start).slice(0, 16);
    case 'hour':
      return isoDateTime(start).slice(0, 13);
    case 'week':
    case 'workweek':
    case 'fortnight':
    case 'weekend': {
      const iso = isoWeek(start);
      return `${pad(iso.year, 4)}-W${pad(iso.week)}${grain === 'weekend' ? '-WE' : ''}`;
    }
    case 'month':
      return `${y}-${pad(month)}`;
    case 'quarter':
      return `${y}-Q${Math.ceil(month / 3)}`;
    case 'half':
      return `${y}-H${Math.ceil(month / 6)}`;
    case 'year':
      return y;
    case 'decade':
      return y.slice(0, 3);
    case 'century':
      return y.slice(0, 2);
    case 'millennium':
      return y.slice(0, 1);
    default:
      return isoDay(start);
  }
}

const PART_CODES: Readonly<Record<DayPart, string>> = {
  'early hours': 'TMO',
  morning: 'TMO',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
  overnight: 'TNI',
  daytime: 'TDT',
  dawn: 'TMO',
  dusk: 'TEV',
  breakfast: 'TMO',
  brunch: 'TMO',
  lunch: 'TMI',
  dinner: 'TEV',
};

/** "2016-11-07TMO". */
export const partValue = (date: string, part: DayPart): string => `${date}${PART_CODES[part]}`;

/** A time of day in seconds: "T10:35", "T07"; seconds only where told. */
export function clockValue(seconds: number, grain: Unit): string {
  const h = Math.floor(seconds / HOUR);
  const m = Math.floor((seconds % HOUR) / MINUTE);
  const hm = `T${pad(h)}:${pad(m)}`;
  return grain === 'second' ? `${hm}:${pad(seconds % MINUTE)}` : hm;
}

/** "P2D", "PT1H30M", "PXY"; weeks stand alone, decades and centuries are counted in years. */
export function durationValue(amounts: readonly Amount[]): string {
  let date = '';
  let time = '';
  for (const { n, unit } of amounts) {
    const clock = isClockUnit(unit);
    const [count, code] = measured(n, unit);
    if (clock && n !== null && n % 1 === 0.5 && unit !== 'second')
      time += `${n >= 1 ? `${Math.floor(n)}${code}` : ''}30${unit === 'hour' ? 'M' : 'S'}`;
    else if (clock) time += `${count}${code}`;
    else date += `${count}${code}`;
  }
  return `P${date}${time ? `T${time}` : ''}`;
}

function measured(n: number | null, unit: Unit): [string, string] {
  const { code, months } = MEASURES[unit];
  if (n === null) return ['X', code];
  if (unit === 'decade' || unit === 'century' || unit === 'millennium')
    return [String((n * months!) / 12), 'Y'];
  if (unit === 'fortnight') return [String(n * 2), 'W'];
  return [String(n), code];
}
