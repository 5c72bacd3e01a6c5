import type { Queryable } from '@tocsin/persistence';
import {
  LEASE_MS,
  type HostLease,
  type HostLeases,
  type LeaseAnswer,
  type RequestReport,
} from '@tocsin/fetching';
import type { Batcher } from '../work/batcher.js';

/** One request that ended, and how long its host is left alone. */
export interface Release {
  readonly lease: HostLease;
  readonly delayMs: number;
  readonly report: RequestReport | null;
}

/** Host leases that hold across all replicas; the database's clock decides. */
export class PostgresHostLeases implements HostLeases {
  /** Releases on their way, by host. */
  private readonly releasing = new Map<string, Promise<void>>();

  /**
   * @param releases writes what many workers give back at once, see `releaseHosts`
   * @param onError hears of a release that failed; its lease ends by itself
   */
  constructor(
    private readonly db: Queryable,
    private readonly releases: Batcher<Release, undefined>,
    private readonly onError: (error: unknown) => void,
  ) {}

  async tryAcquire(host: string): Promise<LeaseAnswer> {
    await this.releasing.get(host);
    const grantedAt = performance.now();
    const [granted] = await this.db.query<{ lease_token: string }>(
      `INSERT INTO host AS h (host, lease_token, free_at)
       VALUES ($1, 1, clock_timestamp() + $2 * interval '1 ms')
       ON CONFLICT (host) DO UPDATE
         SET lease_token = h.lease_token + 1, free_at = EXCLUDED.free_at
         WHERE h.free_at <= clock_timestamp()
       RETURNING lease_token`,
      [host, LEASE_MS],
    );
    if (granted) return { lease: { host, token: granted.lease_token, grantedAt } };
    const [busy] = await this.db.query<{ wait_ms: number }>(
      `SELECT extract(epoch FROM free_at - clock_timestamp())::float8 * 1000 AS wait_ms
       FROM host WHERE host = $1`,
      [host],
    );
    return { waitMs: Math.max(Math.ceil(busy?.wait_ms ?? 0), 5) };
  }

  async renew({ host, token }: HostLease): Promise<void> {
    await this.db.query(
      `UPDATE host SET free_at = clock_timestamp() + $3 * interval '1 ms'
       WHERE host = $1 AND lease_token = $2`,
      [host, token, LEASE_MS],
    );
  }

  /** Resolves before the release is written: who asks here for the same host waits for it. */
  async release(lease: HostLease, delayMs: number, report?: RequestReport): Promise<void> {
    const { host } = lease;
    const writing = this.releases
      .add({ lease, delayMs, report: report ?? null })
      .catch(this.onError)
      .then(() => {
        if (this.releasing.get(host) === writing) this.releasing.delete(host);
      });
    this.releasing.set(host, writing);
  }

  /** Resolves once every release is written. */
  async settled(): Promise<void> {
    await Promise.all(this.releasing.values());
  }
}
