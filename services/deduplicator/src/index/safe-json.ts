/** JSON that jsonb takes: NULs and lone surrogates, which Postgres refuses, become U+FFFD of the same length. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed().replaceAll('\0', '\ufffd') : inner,
  );
}
