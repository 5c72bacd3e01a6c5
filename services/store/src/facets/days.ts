const DAY_MS = 86_400_000;
/** A span of more days than these is known by its months. */
const MAX_DAYS = 31;
/** A span of more months than these is known as a long one: two years, twice what UCDP calls a span. */
const MAX_MONTHS_WRITTEN = 24;
/** A wider search than ten years is not narrowed by tokens. */
const MAX_MONTHS_SEARCHED = 120;
const VERY_LONG = 'l:*';

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function daysBetween(first: string, last: string): string[] {
  const count = (msOf(last) - msOf(first)) / DAY_MS + 1;
  return Array.from({ length: count }, (_, n) =>
    new Date(msOf(first) + n * DAY_MS).toISOString().slice(0, 10),
  );
}

const monthNumber = (day: string): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthCount = (first: string, last: string): number =>
  monthNumber(last) - monthNumber(first) + 1;

function monthsBetween(first: string, last: string): string[] {
  return Array.from({ length: monthCount(first, last) }, (_, n) => {
    const month = monthNumber(first) + n;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

const isShort = (first: string, last: string): boolean =>
  (msOf(last) - msOf(first)) / DAY_MS < MAX_DAYS;

/**
 * Tokens of a span of days, first and last included and in order. A short span has its days and months, a
 * longer one its months under another name: a search for a day must not meet a month of single days.
 */
export function writtenDays(first: string, last: string): string[] {
  if (isShort(first, last)) {
    return [
      ...daysBetween(first, last).map((day) => `d:${day}`),
      ...monthsBetween(first, last).map((month) => `m:${month}`),
    ];
  }
  return monthCount(first, last) <= MAX_MONTHS_WRITTEN
    ? monthsBetween(first, last).map((month) => `l:${month}`)
    : [VERY_LONG];
}

/** Every span that touches the searched one has one of these tokens; null where they'd narrow nothing. */
export function searchedDays(first: string, last: string): string[] | null {
  if (last < first || monthCount(first, last) > MAX_MONTHS_SEARCHED) return null;
  const months = monthsBetween(first, last);
  const short = isShort(first, last)
    ? daysBetween(first, last).map((day) => `d:${day}`)
    : months.map((month) => `m:${month}`);
  return [...short, ...months.map((month) => `l:${month}`), VERY_LONG];
}
