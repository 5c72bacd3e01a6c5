import { LEASE_MS, type HostLease, type HostLeases, type LeaseAnswer } from './host-leases.port.js';

interface HostState {
  token: number;
  freeAt: number;
}

/** Leases of one process: for fetching once from the command line, where no database is. */
export class MemoryHostLeases implements HostLeases {
  private readonly hosts = new Map<string, HostState>();

  async tryAcquire(host: string): Promise<LeaseAnswer> {
    const now = performance.now();
    const state = this.hosts.get(host) ?? { token: 0, freeAt: 0 };
    if (state.freeAt > now) return { waitMs: Math.ceil(state.freeAt - now) };
    state.token += 1;
    state.freeAt = now + LEASE_MS;
    this.hosts.set(host, state);
    return { lease: { host, token: String(state.token), grantedAt: now } };
  }

  async renew(lease: HostLease): Promise<void> {
    const state = this.hosts.get(lease.host);
    if (state && String(state.token) === lease.token) state.freeAt = performance.now() + LEASE_MS;
  }

  async release(lease: HostLease, delayMs: number): Promise<void> {
    const state = this.hosts.get(lease.host);
    if (state && String(state.token) === lease.token) state.freeAt = performance.now() + delayMs;
  }
}
