import type { BrokerReader } from '@tocsin/messaging';
import { drained } from '../start/drain.js';
import { totalLag } from '../start/lag.js';
import type { LineStats } from '../start/line-api.js';

/** After the last kill: sessions, leases and the relay's quarantine run out one after the other. */
const DRAIN_LIMIT_MS = 120_000;
const POLL_MS = 500;

/** Where the line may still hold something. */
export interface Drain {
  readonly stats: () => Promise<LineStats>;
  readonly broker: BrokerReader;
  /** Records in retry topics. */
  readonly retriesWaiting: () => Promise<number>;
  /** Outbox rows: records that have no offset yet. */
  readonly unsent: () => Promise<number>;
  /** How many URLs must have come to an end. */
  readonly expected: number;
  readonly signal: AbortSignal;
}

/** False when something is still on its way in the end: the invariants will tell what. */
export async function drainedInTime(
  drain: Drain,
  limitMs = DRAIN_LIMIT_MS,
  pollMs = POLL_MS,
): Promise<boolean> {
  const { stats, broker, retriesWaiting, unsent, expected, signal } = drain;
  const limit = AbortSignal.timeout(limitMs);
  // Who was struck may not answer yet: what can't be seen may hold something.
  const unseen = { articles: 0, rejected: 0, failed: 0, deadLetters: 0, pending: 1, lag: 0 };
  const look = async () => ({
    ...(await stats()),
    lag: (await totalLag(broker)) + (await retriesWaiting()) + (await unsent()),
  });
  try {
    await drained(
      () => look().catch(() => unseen),
      expected,
      AbortSignal.any([signal, limit]),
      pollMs,
    );
    return true;
  } catch (error) {
    if (signal.aborted || !limit.aborted) throw error;
    return false;
  }
}
