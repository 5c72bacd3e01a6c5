/** Milliseconds between two renewals: several fit into the shortest lease. */
const RENEW_EVERY_MS = 3_000;

/**
 * Renews a lease while `work` runs, so that leases can be short: what a killed process held is free
 * again after seconds, yet a slow request keeps what it holds. Most work ends before the first renewal.
 *
 * @param renew may fail: then the lease runs out, and its fencing token keeps that harmless
 */
export async function keepRenewed<R>(
  renew: () => Promise<void>,
  work: () => Promise<R>,
  everyMs = RENEW_EVERY_MS,
): Promise<R> {
  const timer = setInterval(() => void renew().catch(() => undefined), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
