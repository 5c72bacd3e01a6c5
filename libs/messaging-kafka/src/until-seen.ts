import { setTimeout as sleep } from 'node:timers/promises';
import { DependencyDownError } from '@tocsin/messaging';

const LIMIT_MS = 60_000;
const PAUSE_MS = 250;

/**
 * Asks until a broker shows what its controller has accepted: under load that takes it seconds, and whoever comes
 * meanwhile is told that there is no such thing.
 *
 * @param what in words, for the error
 * @throws DependencyDownError ERR_KAFKA_ADMIN after a minute
 */
export async function untilSeen(
  what: string,
  isSeen: () => Promise<boolean>,
  limitMs = LIMIT_MS,
): Promise<void> {
  for (let waited = 0; !(await isSeen()); waited += PAUSE_MS) {
    if (waited >= limitMs)
      throw new DependencyDownError('ERR_KAFKA_ADMIN', `The brokers don't show ${what} yet.`);
    await sleep(PAUSE_MS);
  }
}
