/** Longer promises are no help to anyone who waits for news. */
const MAX_MS = 7 * 24 * 3_600_000;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A header's value, whatever the case of its name; repeated ones as one list (RFC 9110, 5.3). */
function valueOf(headers: Headers, name: string): string | null {
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() !== name || value === undefined) continue;
    return typeof value === 'string' ? value : value.join(', ');
  }
  return null;
}

/** Directives by name, the first of each; values without their quotes (RFC 9111, 5.2). */
function directives(header: string): Map<string, string> {
  const found = new Map<string, string>();
  const part = /([\w-]+)[ \t]*(?:=[ \t]*(?:"([^"]*)"|([^\s,;"]*)))?/g;
  for (const [, name = '', quoted, bare] of header.slice(0, 2000).matchAll(part)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, quoted ?? bare ?? '');
  }
  return found;
}

/** Whole seconds as milliseconds, or null; numbers beyond any meaning are the largest. */
const secondsIn = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text.trim()) ? Number(text) * 1000 : null;

/** A date names its day: `Date.parse` alone would take `0` or `-1`, which servers send for "at once". */
function dateIn(text: string | null): number | null {
  if (text === null || !/^[A-Za-z]{3,9},? /.test(text.trim())) return null;
  const at = Date.parse(text.trim());
  return Number.isNaN(at) ? null : at;
}

/**
 * How much longer an answer asks to be held fresh, by RFC 9111, 4.2: `max-age` less the `Age` that it
 * has, else `Expires` less `Date`. Within that time asking again is a request that the server said it
 * has no news for. `s-maxage` speaks to shared caches, which a client that keeps answers for itself is
 * not (5.2.2.10), and is not read; `no-store` and `no-cache` mean nothing is held. Garbage counts as
 * silence, but an `Expires` that is no date as gone by (5.3).
 *
 * @param nowMs when the answer came; in place of a missing `Date`
 * @returns milliseconds from now, 0 to 7 days; null when the answer says nothing
 */
export function freshnessMs(headers: Headers, nowMs: number): number | null {
  const control = directives(valueOf(headers, 'cache-control') ?? '');
  // With field names as its value, `no-cache` speaks of those alone.
  if (control.has('no-store') || control.get('no-cache') === '') return 0;
  const ageMs = secondsIn(valueOf(headers, 'age')?.split(',', 1)[0]) ?? 0;
  const within = (lifetimeMs: number) => Math.min(MAX_MS, Math.max(0, lifetimeMs - ageMs));
  const maxAgeMs = secondsIn(control.get('max-age'));
  if (maxAgeMs !== null) return within(maxAgeMs);
  const expires = valueOf(headers, 'expires');
  if (expires === null || expires.trim() === '') return null;
  const expiresAt = dateIn(expires);
  if (expiresAt === null) return 0;
  return within(expiresAt - (dateIn(valueOf(headers, 'date')) ?? nowMs));
}
