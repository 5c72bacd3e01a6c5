import { setTimeout as sleep } from 'node:timers/promises';
import type { LineStats } from './line-api.js';

/** What is known of the line at one moment. */
export interface LineState extends Pick<
  LineStats,
  'articles' | 'rejected' | 'failed' | 'deadLetters' | 'pending'
> {
  /** Records that some consumer group has not committed yet. */
  readonly lag: number;
}

const POLL_MS = 500;
/** A line is empty only when it looks so twice: between two hops a record is nowhere for a moment. */
const LOOKS = 3;

/**
 * Waits until every accepted URL has come to an end and no record is on its way.
 *
 * @param expected how many URLs must have ended at least; before the first poll of a feed nothing is
 *   pending either
 */
export async function drained(
  look: () => Promise<LineState>,
  expected: number,
  signal: AbortSignal,
  pollMs = POLL_MS,
): Promise<void> {
  for (let empty = 0; empty < LOOKS;) {
    signal.throwIfAborted();
    empty = isEmpty(await look(), expected) ? empty + 1 : 0;
    if (empty < LOOKS) await sleep(pollMs);
  }
}

export function isEmpty(state: LineState, expected: number): boolean {
  const ended = state.articles + state.rejected + state.failed + state.deadLetters;
  return state.pending === 0 && state.lag === 0 && ended >= expected;
}
