/** No news page is older than the web. */
const EARLIEST = Date.UTC(1994, 0, 1);
/** The farthest that a local time may be ahead of UTC. */
const ZONE_SPAN_MS = 14 * 3_600_000;
const DAY_MS = 86_400_000;

export const hasTime = (date: string): boolean => date.length > 10;
export const isZoned = (date: string): boolean => /T.*(?:Z|[+-]\d\d:\d\d)$/.test(date);

/** Days since the epoch of the day that a date names in its own zone. */
export const dayNumber = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) /
  DAY_MS;

/** After the first web pages and not after the fetch; a date without zone gets the benefit of all zones. */
export function isBelievable(date: string, fetchedAt: number | undefined): boolean {
  const instant = isZoned(date)
    ? Date.parse(date)
    : Date.parse(hasTime(date) ? `${date}Z` : date) - ZONE_SPAN_MS;
  return instant >= EARLIEST && (fetchedAt === undefined || instant <= fetchedAt);
}
