import type { Queryable } from '@tocsin/persistence';
import { LEASE_MS, type HostLease, type HostLeases, type LeaseAnswer } from '@tocsin/fetching';

/** Host leases that hold across all replicas; the database's clock decides. */
export class PostgresHostLeases implements HostLeases {
  constructor(private readonly db: Queryable) {}

  async tryAcquire(host: string): Promise<LeaseAnswer> {
    const grantedAt = performance.now();
    const [granted] = await this.db.query<{ lease_token: string }>(
      `INSERT INTO host AS h (host, lease_token, lease_until)
       VALUES ($1, 1, clock_timestamp() + $2 * interval '1 ms')
       ON CONFLICT (host) DO UPDATE
         SET lease_token = h.lease_token + 1, lease_until = EXCLUDED.lease_until
         WHERE h.lease_until <= clock_timestamp() AND h.next_allowed_at <= clock_timestamp()
       RETURNING lease_token`,
      [host, LEASE_MS],
    );
    if (granted) return { lease: { host, token: granted.lease_token, grantedAt } };
    const [busy] = await this.db.query<{ wait_ms: number | null }>(
      `SELECT extract(epoch FROM next_allowed_at - clock_timestamp())::float8 * 1000 AS wait_ms
       FROM host WHERE host = $1 AND next_allowed_at > '-infinity'`,
      [host],
    );
    // A request in flight has no known end: look again soon.
    return { waitMs: Math.max(Math.ceil(busy?.wait_ms ?? 0), 50) };
  }

  async renew(lease: HostLease): Promise<void> {
    await this.db.query(
      `UPDATE host SET lease_until = clock_timestamp() + $3 * interval '1 ms'
       WHERE host = $1 AND lease_token = $2`,
      [lease.host, lease.token, LEASE_MS],
    );
  }

  async release(lease: HostLease, delayMs: number): Promise<void> {
    await this.db.query(
      `UPDATE host
       SET lease_until = '-infinity',
           next_allowed_at = clock_timestamp() + $3 * interval '1 ms'
       WHERE host = $1 AND lease_token = $2`,
      [lease.host, lease.token, delayMs],
    );
  }
}
