import { setTimeout as sleep } from 'node:timers/promises';
import { feedUrlOf } from '../../farm/farm-process.js';
import type { LineApi } from '../../start/line-api.js';

/** Registers one feed after the other, so many in a second; each is polled at once, and its pages follow. */
export async function addPaced(
  api: LineApi,
  hosts: readonly string[],
  perSecond: number,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  for (const [at, host] of hosts.entries()) {
    const wait = startedAt + (at / perSecond) * 1_000 - performance.now();
    if (wait > 0) await sleep(wait, undefined, { signal });
    await api.addFeed(feedUrlOf(host), 'live');
  }
}
