import { setTimeout as sleep } from 'node:timers/promises';
import { feedUrlOf } from '../../farm/farm-process.js';
import type { LineApi } from '../../start/line-api.js';

const AT_ONCE = 16;

/** Registers sites' feeds as fast as the fetcher takes them. */
export async function addAll(api: LineApi, hosts: readonly string[]): Promise<void> {
  const left = hosts.values();
  const worker = async () => {
    // All workers draw from one iterator.
    for (const host of left) await api.addFeed(feedUrlOf(host), 'live');
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

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
