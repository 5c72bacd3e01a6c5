/** When a passing failure is tried again, and when it counts as final. */
export interface RetryPolicy {
  /** Tries of one URL in all. */
  readonly maxAttempts: number;
  /** Milliseconds before the second try; doubled before each further one. */
  readonly baseMs: number;
  readonly maxMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { maxAttempts: 5, baseMs: 60_000, maxMs: 3_600_000 };

/**
 * Exponential, spread over its upper half so that what failed together isn't tried together, and
 * never sooner than the server asked.
 *
 * @param attempts that were made
 * @param random uniform in [0, 1)
 */
export function backoffMs(
  attempts: number,
  asked: number | null,
  policy: Pick<RetryPolicy, 'baseMs' | 'maxMs'>,
  random: number,
): number {
  const ceiling = Math.min(policy.maxMs, policy.baseMs * 2 ** Math.max(0, attempts - 1));
  return Math.max(asked ?? 0, Math.round(ceiling * (0.5 + random / 2)));
}
