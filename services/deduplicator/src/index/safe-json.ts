/** How JSON writes a NUL or half of a character; of all that look so, few are. */
const SUSPECT = /\\u(?:0000|d[89a-f])/;

/** JSON that jsonb takes: NULs and lone surrogates, which Postgres refuses, become U+FFFD of the same length. */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!SUSPECT.test(json)) return json;
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed().replaceAll('\0', '\ufffd') : inner,
  );
}
