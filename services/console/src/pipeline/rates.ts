/** A count as it was at one moment. */
export interface Reading {
  readonly atMs: number;
  readonly count: number;
}

/** How long a rate is measured over, ms. */
export const WINDOW_MS = 5 * 60_000;

/** The readings with one more, without those that are too old to matter. */
export function withReading(readings: readonly Reading[], next: Reading): Reading[] {
  return [...readings.filter(({ atMs }) => next.atMs - atMs <= WINDOW_MS), next];
}

/** Per minute, over all readings; null before there are two, or when the count was set back. */
export function ratePerMinute(readings: readonly Reading[]): number | null {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last || last.atMs <= first.atMs || last.count < first.count) return null;
  return ((last.count - first.count) / (last.atMs - first.atMs)) * 60_000;
}
