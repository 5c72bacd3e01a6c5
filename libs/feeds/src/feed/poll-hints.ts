import type { PollHints } from './model.js';
import type { Section } from './read/section.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Periods of the syndication module (http://purl.org/rss/1.0/modules/syndication/). */
const PERIODS: ReadonlyMap<string, number> = new Map([
  ['hourly', HOUR],
  ['daily', DAY],
  ['weekly', 7 * DAY],
  ['monthly', 30 * DAY],
  ['yearly', 365 * DAY],
]);
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const NO_HINTS: PollHints = {
  ttlMs: null,
  updatePeriodMs: null,
  skipHours: [],
  skipDays: [],
};

/** A number above nought in plain digits; null for anything else. */
function positive(text: string | undefined): number | null {
  const number = /^\d{1,9}(?:\.\d{1,9})?$/.test(text ?? '') ? Number(text) : 0;
  return number > 0 ? number : null;
}

function updatePeriodMs(values: ReadonlyMap<string, string>): number | null {
  const period = PERIODS.get(values.get('sy_updateperiod')?.toLowerCase() ?? '');
  if (period === undefined) return null;
  return Math.round(period / (positive(values.get('sy_updatefrequency')) ?? 1));
}

/** An hour from 0 to 23; RSS 0.91 counts to 24. */
const hour = (text: string) =>
  /^\d{1,2}$/.test(text) && Number(text) <= 24 ? Number(text) % 24 : null;

/** What a feed says about polling it; what cannot be understood is left out. */
export function pollHints({ values, skips }: Section): PollHints {
  const ttl = positive(values.get('ttl'));
  const hours = skips.hours.map(hour).filter((h) => h !== null);
  const days = skips.days.map((told) => told.toLowerCase());
  return {
    ttlMs: ttl === null ? null : Math.round(ttl * MINUTE),
    updatePeriodMs: updatePeriodMs(values),
    skipHours: [...new Set(hours)].sort((a, b) => a - b),
    skipDays: DAYS.filter((day) => days.includes(day.toLowerCase())),
  };
}
