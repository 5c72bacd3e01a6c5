import type { FoundLetter } from './find-letters.js';

/** A dead letter without its record. */
export function summaryOf({ id, place, letter }: FoundLetter) {
  const { origin, class: deadLetterClass, exception, message, deliveries, redrives } = letter;
  return {
    id,
    topic: place.topic,
    group: place.group,
    class: deadLetterClass,
    exception,
    message,
    origin,
    deliveries,
    redrives,
    firstFailedAt: isoOf(letter.firstFailedAt),
    lastFailedAt: isoOf(letter.lastFailedAt),
    traceId: letter.traceId,
  };
}

/** With its record: bytes that are no UTF-8 are given in base64, so that none is lost. */
export function wholeOf(found: FoundLetter) {
  const { key, value, headers } = found.letter.record;
  return {
    ...summaryOf(found),
    key: textOf(key),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, given]) => [
        name,
        Buffer.isBuffer(given) ? textOf(given) : (given as readonly Buffer[]).map(textOf),
      ]),
    ),
    value: textOf(value),
  };
}

type Text = string | { readonly base64: string } | null;

function textOf(bytes: Buffer | null): Text {
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { base64: bytes.toString('base64') };
  }
}

/** Null where the header is missing or no time. */
const isoOf = (ms: number): string | null =>
  Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : null;
