const HOUR_MS = 3_600_000;
const HOURS_OF_WEEK = 7 * 24;

/**
 * The first time from `atMs` on that lies in no hour and on no day that a feed skips (RSS 2.0,
 * `skipHours`, `skipDays`; both in UTC). A feed that skips everything is taken to skip nothing.
 */
export function afterSkipped(
  atMs: number,
  skipHours: readonly number[],
  skipDays: readonly number[],
): number {
  if (skipHours.length === 0 && skipDays.length === 0) return atMs;
  let at = atMs;
  for (let step = 0; step <= HOURS_OF_WEEK; step++) {
    const date = new Date(at);
    if (!skipHours.includes(date.getUTCHours()) && !skipDays.includes(date.getUTCDay())) return at;
    at = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS;
  }
  return atMs;
}
