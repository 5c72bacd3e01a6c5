/** Days are ISO strings `YYYY-MM-DD`; arithmetic is in UTC, so that no zone shifts a day. */
export type Day = string;

const MS = 86_400_000;

export const toDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);
export const addDays = (day: Day, days: number): Day => toDay(Date.parse(day) + days * MS);
export const daysBetween = (a: Day, b: Day): number => (Date.parse(b) - Date.parse(a)) / MS;
/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => new Date(Date.parse(day)).getUTCDay();

/** A calendar day, or null where there is none such (30 February). */
export function dayOf(year: number, month: number, date: number): Day | null {
  const ms = Date.UTC(year, month - 1, date);
  const made = new Date(ms);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? toDay(ms) : null;
}

/** The first and last day of a month. */
export function monthOf(year: number, month: number): { start: Day; end: Day } {
  return { start: toDay(Date.UTC(year, month - 1, 1)), end: toDay(Date.UTC(year, month, 0)) };
}
