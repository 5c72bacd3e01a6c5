const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Pauses after each failed try, ms: those that Standard Webhooks recommends; ten tries in three days. */
export const RETRY_SCHEDULE_MS: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** A pause is up to this share longer, so that many messages don't come back at one moment. */
const JITTER = 0.2;
const MAX_ASKED_MS = 24 * HOUR_MS;

/** Tries of a message that the receiver itself calls bad: a third one after a restart of theirs, and no more. */
const TRIES_OF_REFUSED = 3;
/** Of this message rather than of the receiver's state. */
const REFUSING = new Set([400, 413, 415, 422]);

/** How one try ended, as far as the next depends on it. */
export interface Failed {
  /** Of the answer; null when there was none. */
  readonly status: number | null;
  /** What the receiver asked for, ms. */
  readonly retryAfterMs: number | null;
}

/**
 * Milliseconds until the next try; undefined when there is none.
 * @param tries made so far, 1 after the first
 * @param random from 0 up to 1
 */
export function pauseAfter(
  tries: number,
  { status, retryAfterMs }: Failed,
  schedule: readonly number[],
  random: () => number,
): number | undefined {
  if (isRefusal(status) && tries >= TRIES_OF_REFUSED) return undefined;
  const pause = schedule[tries - 1];
  if (pause === undefined) return undefined;
  const asked = Math.min(retryAfterMs ?? 0, MAX_ASKED_MS);
  return Math.max(Math.round(pause * (1 + JITTER * random())), asked);
}

/** Whether an answer is about the message, so that the next one may fare better. */
export const isRefusal = (status: number | null): boolean =>
  status !== null && REFUSING.has(status);
