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

/** How a request went, for those who give a host in trouble more rest. */
export interface RequestReport {
  /** Milliseconds until its end, whatever that was. */
  readonly tookMs: number;
  /** The host did not answer in time, not at all, not verifiably, or said that it is in trouble. */
  readonly failed: boolean;
}

/** One request at a time and a pause in between, per host, across all who share the leases. */
export interface HostLeases {
  tryAcquire(host: string): Promise<LeaseAnswer>;
  /** Lengthens a lease that is still held; does nothing otherwise. */
  renew(lease: HostLease): Promise<void>;
  /**
   * Lets the next one ask after `delayMs`. Does nothing when the lease has passed to another.
   *
   * @param report how the request went; none when the lease was given back unused
   */
  release(lease: HostLease, delayMs: number, report?: RequestReport): Promise<void>;
}
