/**
 * Text that PostgreSQL takes: NUL and lone surrogates, which it refuses, become U+FFFD. One code unit for
 * one, so that claims' offsets stay true.
 */
export const safeText = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

export const safeTextOrNull = (text: string | null): string | null =>
  text === null ? null : safeText(text);

/** NUL and surrogates as JSON writes them when they stand alone. */
const ESCAPED = /\\u(?:0000|d[89a-f])/;

/** A value as JSON that `jsonb` takes; without line breaks. */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value);
  // Hardly any text holds them: looking at every string of the others would take ten times as long.
  if (!ESCAPED.test(json)) return json;
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? safeText(inner) : inner,
  );
}
