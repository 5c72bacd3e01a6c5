import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  /** Who is waited for, as a sentence begins. */
  readonly who: string;
  /** Milliseconds between two looks, and without any progress after which it is not going to end. */
  readonly lookMs: number;
  readonly stalledMs: number;
  readonly signal: AbortSignal;
}

/**
 * Waits until so much is done.
 *
 * @param look how much is done by now
 * @throws Error when nothing moves any more
 */
export async function untilReached(
  look: () => Promise<number>,
  goal: number,
  { who, lookMs, stalledMs, signal }: Patience,
): Promise<void> {
  let last = -Infinity;
  let movedAt = performance.now();
  for (let now = await look(); now < goal; now = await look()) {
    if (now > last) [last, movedAt] = [now, performance.now()];
    if (performance.now() - movedAt > stalledMs) {
      throw new Error(`${who} stands still at ${now} of ${goal}.`);
    }
    await sleep(lookMs, undefined, { signal });
  }
}
