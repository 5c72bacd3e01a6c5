import type { HostLease } from '@tocsin/fetching';
import { inTransaction, type Queryable } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { NEXT_BACKFILL, NEXT_LIVE } from './host-due.js';
import type { Release } from './postgres-host-leases.js';
import { SOON } from './soon.js';

/** A host that took longer than this, in milliseconds, or failed, waits for workers to spare. */
const SLOW_MS = 2_000;
/** Longest rest, in milliseconds, of a host that fails again and again; doubled from its delay on. */
const MAX_REST_MS = 3_600_000;
/** Doublings that can matter: 2^20 s is more than any rest. */
const MAX_DOUBLINGS = 20;

/**
 * Gives leases back: the hosts rest, and their troubles are counted. Releasing moves the token on, so
 * that a renewal that comes late has no effect. Hosts are taken in their order, as everywhere.
 */
export async function releaseHosts(
  db: Queryable,
  releases: readonly Release[],
): Promise<undefined[]> {
  await db.query(
    `WITH release AS MATERIALIZED (
       SELECT r.* FROM host JOIN unnest($1::text[], $2::bigint[], $3::float8[], $4::bool[], $5::bool[])
         AS r(host, token, delay_ms, failed, slow) ON host.host = r.host AND lease_token = token
       ORDER BY host.host FOR UPDATE OF host)
     UPDATE host SET lease_token = lease_token + 1,
            failures = CASE WHEN failed IS NULL THEN failures WHEN failed THEN failures + 1 ELSE 0 END,
            slow = coalesce(release.slow, host.slow),
            free_at = clock_timestamp() + interval '1 ms' * CASE WHEN failed
              THEN greatest(delay_ms, least(${MAX_REST_MS}, delay_ms * 2 ^ least(failures, ${MAX_DOUBLINGS})))
              ELSE delay_ms END
     FROM release, ${SOON} WHERE host.host = release.host`,
    [
      releases.map(({ lease }) => lease.host),
      releases.map(({ lease }) => lease.token),
      releases.map(({ delayMs }) => delayMs),
      releases.map(({ report }) => report?.failed ?? null),
      releases.map(({ report }) => report && (report.failed || report.tookMs > SLOW_MS)),
    ],
  );
  return releases.map(() => undefined);
}

/**
 * Gives back hosts that had nothing due, and finds out when they will. The rows are locked first: only a
 * statement that begins after sees all work that was written for them, and no later work goes unseen.
 */
export async function restIdle(database: DataSource, idle: readonly HostLease[]): Promise<void> {
  const hosts = idle.map(({ host }) => host);
  await inTransaction(database, async (tx) => {
    await tx.query('SELECT FROM host WHERE host = ANY($1) ORDER BY host FOR UPDATE', [hosts]);
    await tx.query(
      `UPDATE host SET lease_token = lease_token + 1, free_at = clock_timestamp(),
              live_due_at = ${NEXT_LIVE}, backfill_due_at = ${NEXT_BACKFILL}
       FROM unnest($1::text[], $2::bigint[]) AS idle(host, token)
       WHERE host.host = idle.host AND lease_token = token`,
      [hosts, idle.map(({ token }) => token)],
    );
  });
}
