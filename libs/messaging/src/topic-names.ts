/** Where a group's transient failures wait for `delay` (`10s`, `2m`). */
export const retryTopic = (topic: string, group: string, delay: string): string =>
  `${topic}-${group}-retry-${delay}`;

/** Where a group's dead letters lie. */
export const deadLetterTopic = (topic: string, group: string): string => `${topic}-${group}-dlq`;
