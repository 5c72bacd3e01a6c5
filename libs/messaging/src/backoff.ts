import type { Environment } from './environment.port.js';

/** Full jitter: uniform between 0 and the doubled, capped pause, so that members spread out. */
export function backoffMs(
  attempt: number,
  policy: { readonly backoffMs: number; readonly maxBackoffMs: number },
  random: () => number,
): number {
  return Math.round(random() * Math.min(policy.maxBackoffMs, policy.backoffMs * 2 ** attempt));
}

const persistence = { backoffMs: 200, maxBackoffMs: 30_000 };

/**
 * Does what must not be left undone, again and again until it works or the partition is lost.
 * @param onFailure called for every failure; throws to give up on errors that time won't heal
 */
export async function persistently<R>(
  work: () => Promise<R>,
  { clock, random }: Pick<Environment, 'clock' | 'random'>,
  signal: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<R> {
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      onFailure(error);
      await clock.sleep(backoffMs(attempt, persistence, random), signal);
    }
  }
}
