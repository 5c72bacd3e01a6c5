/** Days are ISO strings `YYYY-MM-DD`; arithmetic is in UTC, so that no zone shifts a day. */
export type Day = string;

/** Seconds of a local wall clock since 1970, counted as if it were UTC: zones are none of ours. */
export type Instant = number;

export const MINUTE = 60;
export const HOUR = 3_600;
export const DAY = 86_400;

/** Answers that are kept; with more of them all are forgotten. Articles of ten years name some 4,000 days. */
const KEPT = 8_192;

/** News names few days and asks for each of them often: what a pure function said is looked up. */
function remembering<K, V>(answer: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const told = known.get(key);
    if (told !== undefined) return told;
    if (known.size >= KEPT) known.clear();
    const value = answer(key);
    known.set(key, value);
    return value;
  };
}

export const toDay: (ms: number) => Day = remembering((ms) =>
  new Date(ms).toISOString().slice(0, 10),
);
/** ms of the midnight that begins a day, given with or without a time of day; NaN for what is no day. */
const midnightOf = remembering((day: Day) => Date.parse(day.slice(0, 10)));

export const daysBetween = (a: Day, b: Day): number =>
  (midnightOf(b) - midnightOf(a)) / (DAY * 1000);

/** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS]`; whatever zone follows is left out. NaN for anything else. */
export const instantOf: (iso: string) => Instant = remembering((iso) => {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(iso);
  if (!match) return NaN;
  const [, day, h, m, s] = match;
  return Date.parse(day!) / 1000 + Number(h ?? 0) * HOUR + Number(m ?? 0) * MINUTE + Number(s ?? 0);
});

export const isoDay = (t: Instant): Day => toDay(t * 1000);
/** `YYYY-MM-DDTHH:MM:SS`. */
export const isoDateTime = (t: Instant): string => new Date(t * 1000).toISOString().slice(0, 19);

export interface Parts {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  /** 0 Sunday … 6 Saturday. */
  readonly weekday: number;
}

export function partsOf(t: Instant): Parts {
  const date = new Date(t * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** The midnight that begins a calendar day; null where there is none such (30 February). */
export function dateOf(year: number, month: number, day: number): Instant | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.getTime() / 1000 : null;
}

/** The first day of a month; months beyond 1–12 run over into other years. */
export function monthStart(year: number, month: number): Instant {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, 1);
  return date.getTime() / 1000;
}

export const dayStart = (t: Instant): Instant => Math.floor(t / DAY) * DAY;
/** Weeks begin on Monday (ISO 8601). */
export const weekStart = (t: Instant): Instant =>
  dayStart(t) - ((partsOf(t).weekday + 6) % 7) * DAY;

/** Moves by months; the day is cut to the month's last (31 January + 1 month = 28 or 29 February). */
export function addMonths(t: Instant, months: number): Instant {
  const { year, month, day } = partsOf(t);
  const first = monthStart(year, month + months);
  const length = (monthStart(year, month + months + 1) - first) / DAY;
  return first + (Math.min(day, length) - 1) * DAY + (t - dayStart(t));
}

/** ISO 8601 week: the one that holds the year's first Thursday is its first. */
export function isoWeek(t: Instant): { year: number; week: number } {
  const thursday = weekStart(t) + 3 * DAY;
  const { year } = partsOf(thursday);
  return { year, week: Math.floor((thursday - monthStart(year, 1)) / (7 * DAY)) + 1 };
}

/** Western Easter Sunday (the anonymous Gregorian computus of Meeus, Jones and Butcher). */
export function easter(year: number): Instant {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return monthStart(year, month) + (((h + l - 7 * m + 33 * month + 19) % 32) - 1) * DAY;
}

/** Days from the epoch of the arithmetical Islamic calendar (15 July 622, Julian, as astronomers have it) to 1 January 1970. */
const ISLAMIC_EPOCH = 492_149;

/**
 * The first such day of the arithmetical Islamic calendar in a year of ours: thirty-year cycles of
 * eleven leap years, months of 30 and 29 days by turns. Sightings of the moon may differ by a day.
 */
export function islamic(year: number, month: number, day: number): Instant {
  const around = Math.floor(((year - 622) * 33) / 32) - 1;
  for (let hijri = around; ; hijri++) {
    const days =
      Math.floor((3 + 11 * hijri) / 30) +
      354 * (hijri - 1) +
      Math.ceil(29.5 * (month - 1)) +
      day -
      1;
    const at = (days - ISLAMIC_EPOCH) * DAY;
    if (at >= monthStart(year, 1)) return at;
  }
}
