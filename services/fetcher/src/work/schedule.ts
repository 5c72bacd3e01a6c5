/** Between which bounds a feed's polling interval is learned. */
export interface PollBounds {
  readonly minMs: number;
  readonly maxMs: number;
}

/**
 * The next interval: halved after a poll that found something new, lengthened by half after one that
 * did not, doubled after a failure.
 */
export function nextInterval(
  currentMs: number,
  outcome: 'new' | 'nothing-new' | 'failed',
  { minMs, maxMs }: PollBounds,
): number {
  const factor = { new: 0.5, 'nothing-new': 1.5, failed: 2 }[outcome];
  return Math.round(Math.min(maxMs, Math.max(minMs, currentMs * factor)));
}
