/** One rung of a group's retry ladder. */
export interface RetryTopic {
  readonly name: string;
  /** Milliseconds that a record waits there before its next try. */
  readonly delayMs: number;
}

/** `10s`, `1m`: the largest unit that divides the delay, as operators say it. */
export function delayWord(delayMs: number): string {
  if (delayMs % 3_600_000 === 0) return `${delayMs / 3_600_000}h`;
  if (delayMs % 60_000 === 0) return `${delayMs / 60_000}m`;
  if (delayMs % 1_000 === 0) return `${delayMs / 1_000}s`;
  return `${delayMs}ms`;
}

/** `<topic>-<group>-retry-<delay>` for every delay. */
export const retryTopics = (
  topic: string,
  group: string,
  delaysMs: readonly number[],
): readonly RetryTopic[] =>
  delaysMs.map((delayMs) => ({ name: `${topic}-${group}-retry-${delayWord(delayMs)}`, delayMs }));

/** `<topic>-<group>-dlq`. */
export const deadLetterTopic = (topic: string, group: string): string => `${topic}-${group}-dlq`;
