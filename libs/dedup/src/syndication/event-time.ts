/** A time of day at the end, without a zone. */
const ZONELESS = /T[\d:.]+$/;

/**
 * Event time in ms since the epoch: when the page says that it was published, else when it was fetched. Without a
 * zone it is taken for UTC, on every machine.
 */
export function eventTimeOf(publishedAt: string | null, fetchedAt: string): number {
  const published = timeOf(publishedAt);
  return published ?? timeOf(fetchedAt) ?? 0;
}

/** Null when it is no time. */
export function timeOf(text: string | null): number | null {
  if (text === null) return null;
  const time = Date.parse(ZONELESS.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) ? null : time;
}
