/**
 * Bits that the spans of a moment (ms) leave out, shortest first: 9.3 hours, 6.2 and 99 days. A search names all that
 * it touches, each of which is looked at for each match: sixteen of one length make one of the next.
 */
const LENGTHS = [25, 29, 33] as const;
/** A search names no more spans than these where longer ones would do. */
const MAX_SPANS = 20;

/** As `updated_ms >> 25` in SQL: beyond 32 bits, so that JavaScript's own shift would not do. */
const spanAt = (ms: number, level: number): number =>
  Math.floor(ms / 2 ** (LENGTHS[level] as number)) * 4 + level;

/**
 * The spans of time in which an incident changed last, one of each length: an index that holds them beside tokens or
 * words reads of each list no more than was written then. As the indexes have it (`FindBySpans`).
 */
export const SPANS = `(ARRAY[${LENGTHS.map((bits, level) => `updated_ms >> ${bits} << 2 | ${level}`).join(', ')}])`;

/**
 * The spans of one length that hold all moments from the first to the last.
 * @param first ms since the epoch, as `last`
 */
export function spansBetween(first: number, last: number): number[] {
  const counts = LENGTHS.map((_, level) => (spanAt(last, level) - spanAt(first, level)) / 4 + 1);
  const fitting = counts.findIndex((count) => count <= MAX_SPANS);
  const level = fitting === -1 ? LENGTHS.length - 1 : fitting;
  const [from, count] = [spanAt(first, level), counts[level] as number];
  return Array.from({ length: Math.max(0, count) }, (_, n) => from + 4 * n);
}
