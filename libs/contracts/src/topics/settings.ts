const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** One day in milliseconds. */
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** Kafka's "never delete". */
export const FOR_EVER = -1;

/** Enough for years at one consumer instance per partition; the busiest stages scale this far. */
export const WIDE = 12;

/** Largest value of an ordinary topic: an inline body (256 KiB, base64) with room, 1 MiB. */
export const ONE_MIB = 1_048_576;

/**
 * Kafka's limit is on a whole batch, after compression: twice the largest value, so that a full-sized
 * record still fits when its way through retry and dead-letter topics has added headers.
 */
export const MAX_BATCH_BYTES = 2 * ONE_MIB;

/** Short for a blip, long for a restart of what a handler needs. */
export const RETRY_DELAYS_MS = [10 * SECOND_MS, MINUTE_MS, 10 * MINUTE_MS] as const;

/** Retries are over within hours; a week leaves room for a stopped group. */
export const RETRY_RETENTION_MS = 7 * DAY_MS;

/** How long a dead letter can be looked at and redriven. */
export const DEAD_LETTER_RETENTION_MS = 30 * DAY_MS;
