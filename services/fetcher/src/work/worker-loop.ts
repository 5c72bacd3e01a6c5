import { setTimeout as sleep } from 'node:timers/promises';

/** How a loop behaves when there is nothing to do, or nothing can be done. */
export interface LoopPauses {
  /** Milliseconds before looking again when nothing was due: doubled each time, up to `maxIdleMs`. */
  readonly idleMs: number;
  readonly maxIdleMs: number;
  /** Milliseconds before going on after an error that was no fetch's own: the database is away. */
  readonly errorMs: number;
}

/**
 * Takes one piece of work after the other until told to stop; the piece in hand is finished first.
 *
 * @param next does one piece of work, false when there is none
 */
export async function workerLoop(
  next: () => Promise<boolean>,
  pauses: LoopPauses,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined);
  let idleMs = pauses.idleMs;
  while (!signal.aborted) {
    try {
      if (await next()) idleMs = pauses.idleMs;
      else {
        await pause(idleMs);
        idleMs = Math.min(idleMs * 2, pauses.maxIdleMs);
      }
    } catch (error) {
      onError(error);
      await pause(pauses.errorMs);
    }
  }
}
