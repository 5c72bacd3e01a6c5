import type { RawMessage } from './message.js';
import { notBeforeOf } from './retry-record.js';

/** How many of the first records may be handled together now; 0 when the first is not due yet. */
export function chunkLength(
  records: readonly RawMessage[],
  maxRecords: number,
  now: number,
  isRetryTopic: boolean,
): number {
  const limit = Math.min(records.length, maxRecords);
  // Only retry topics hold waiting records; the main topic's headers are not looked at.
  if (!isRetryTopic) return limit;
  for (let index = 0; index < limit; index += 1) {
    if (notBeforeOf(records[index] as RawMessage) > now) return index;
  }
  return limit;
}
