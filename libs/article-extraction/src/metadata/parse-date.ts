import type { DateStyle } from './find-dates.js';
import { findDates } from './find-dates.js';

/** What machines write: 2019-11-22T10:15:00.000+01:00, also without its separators, and cut anywhere after the day. */
const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:(?:T|\s+)(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s?(?:(Z)|([+-]\d\d):?(\d\d)?)?)?(?![\d-])/i;
const EPOCH = /^(1[0-9]{9})(?:\.\d+|\d{3})?$/;

/**
 * ISO 8601 of the first date in a text: with time where given and with the zone as written, else the
 * day alone. Null where there is none, or none that exists.
 */
export function parseDate(source: string, style: DateStyle = {}): string | null {
  const text = source.trim();
  const epoch = EPOCH.exec(text);
  if (epoch) return new Date(Number(epoch[1]) * 1000).toISOString().replace('.000Z', 'Z');
  return isoDate(text) ?? findDates(text, style)[0]?.date ?? null;
}

function isoDate(text: string): string | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hours, minutes, seconds = '00', utc, sign, offset = '00'] = match;
  const date = `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
  if (!isDay(Number(year), Number(month), Number(day))) return null;
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return date;
  const zone = utc === undefined ? (sign === undefined ? '' : `${sign}:${offset}`) : 'Z';
  return `${date}T${hours}:${minutes ?? '00'}:${Number(seconds) > 59 ? '59' : seconds}${zone}`;
}

/** Whether a day is in the calendar, in the years of newspapers. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1900 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}
