import { dayNumber, hasTime, isZoned } from './date-value.js';

const MINUTE_MS = 60_000;
const MAX_OFFSET_MINUTES = 14 * 60;

/**
 * The same instant in the zone of the page's readers: systems write UTC where the page shows the day of
 * its own zone. The zone is that which the shown time, or another date of the page, gives; where only the
 * day is known, the nearest whole hour from UTC in which it is that day.
 * @param instant ISO 8601 with zone
 * @param seen the date as readers see it, or null
 * @param others further dates of the page
 */
export function localTime(instant: string, seen: string | null, others: readonly string[]): string {
  const ms = Date.parse(instant);
  if (seen === null || Number.isNaN(ms)) return instant;
  const day = dayNumber(seen);
  const offsets = [
    hasTime(seen) ? shownOffset(ms, seen) : null,
    ...(dayNumber(instant) === day ? [] : others.map(writtenOffset)),
    ...(dayNumber(instant) === day ? [] : wholeHours(ms, day)),
  ];
  for (const offset of offsets) {
    if (offset === null) continue;
    const local = atOffset(ms, offset);
    if (dayNumber(local) === day) return local;
  }
  return instant;
}

/** How far the shown clock is from UTC, if it could be a zone's: a quarter of an hour's multiple. */
function shownOffset(ms: number, seen: string): number | null {
  if (isZoned(seen)) return writtenOffset(seen);
  const minutes = Math.round((Date.parse(`${seen}Z`) - ms) / MINUTE_MS);
  const quarter = Math.round(minutes / 15) * 15;
  const isZone = Math.abs(minutes - quarter) <= 1 && Math.abs(quarter) <= MAX_OFFSET_MINUTES;
  return isZone ? quarter : null;
}

function writtenOffset(date: string): number | null {
  const match = /T.*([+-])(\d\d):(\d\d)$/.exec(date);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** The offset nearest to UTC, in whole hours, at which an instant falls on a day. */
function wholeHours(ms: number, day: number): (number | null)[] {
  for (let hours = 1; hours <= 12; hours++) {
    for (const offset of [hours * 60, -hours * 60]) {
      if (dayNumber(atOffset(ms, offset)) === day) return [offset];
    }
  }
  return [];
}

function atOffset(ms: number, minutes: number): string {
  const clock = new Date(ms + minutes * MINUTE_MS).toISOString().slice(0, 19);
  if (minutes === 0) return `${clock}Z`;
  const absolute = Math.abs(minutes);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${clock}${minutes < 0 ? '-' : '+'}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`;
}
