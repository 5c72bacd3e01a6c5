/** The right to make the next request to a host; `token` grows with every lease of that host. */
export interface HostLease {
  readonly host: string;
  readonly token: string;
  /** `performance.now()` of this process when it was granted: clocks of hosts need not agree. */
  readonly grantedAt: number;
}

/** A lease, or how many milliseconds to wait before it makes sense to ask again. */
export type LeaseAnswer = { readonly lease: HostLease } | { readonly waitMs: number };

/** Milliseconds that a lease lasts unless renewed: so long a host rests when its holder was killed. */
export const LEASE_MS = 10_000;

/** One request at a time and a pause in between, per host, across all who share the leases. */
export interface HostLeases {
  tryAcquire(host: string): Promise<LeaseAnswer>;
  /** Lengthens a lease that is still held; does nothing otherwise. */
  renew(lease: HostLease): Promise<void>;
  /**
   * Lets the next one ask after `delayMs`. Does nothing when the lease has passed to another.
   */
  release(lease: HostLease, delayMs: number): Promise<void>;
}
