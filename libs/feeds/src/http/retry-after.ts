/**
 * `Retry-After` in both its forms (RFC 9110, 10.2.3).
 *
 * @param now milliseconds since the epoch, what a date is counted from
 * @returns milliseconds to wait, 0 for a date gone by, null when it says neither
 */
export function retryAfterMs(value: string, now: number): number | null {
  const text = value.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  // Dates must name their day: Date.parse alone takes "5.5" or "-3" for a year or month.
  if (!/^[A-Za-z]{3,9},? /.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
