/**
 * Text that PostgreSQL takes: NUL and lone surrogates, which it refuses, become U+FFFD. One code unit for
 * one, so that claims' offsets stay true.
 */
export const safeText = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

export const safeTextOrNull = (text: string | null): string | null =>
  text === null ? null : safeText(text);

/** A value as JSON that `jsonb` takes. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? safeText(inner) : inner,
  );
