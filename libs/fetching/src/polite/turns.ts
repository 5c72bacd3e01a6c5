import { setTimeout as sleep } from 'node:timers/promises';
import { FetchFailure } from '../outcome/fetch-failure.js';
import { keepRenewed } from './keep-renewed.js';
import {
  LEASE_MS,
  type HostLease,
  type HostLeases,
  type RequestReport,
} from './host-leases.port.js';

/** A holder that slept through half its lease (a stopped process) must not begin a request with it. */
const FRESH_MS = LEASE_MS / 2;
/** Another's request may end at any moment: look at least this often, in milliseconds. */
const LOOK_AGAIN_MS = 250;

/** Waits for a host's turn, for as long as it is worth holding a worker for. */
export class Turns {
  constructor(
    private readonly leases: HostLeases,
    /** Milliseconds; a longer wait is left to the frontier, which waits without holding anything. */
    private readonly maxWaitMs: number,
  ) {}

  /** @throws FetchFailure ERR_FETCH_HOST_BUSY with the time that is left to wait */
  async take(host: string): Promise<HostLease> {
    const started = performance.now();
    for (;;) {
      const answer = await this.leases.tryAcquire(host);
      if ('lease' in answer) return answer.lease;
      const left = this.maxWaitMs - (performance.now() - started);
      if (left <= 0)
        throw new FetchFailure('ERR_FETCH_HOST_BUSY', `It is not yet the turn of ${host}.`, {
          retryAfterMs: answer.waitMs,
        });
      await sleep(Math.min(answer.waitMs, LOOK_AGAIN_MS, left));
    }
  }

  /** Whether a lease granted earlier may still be used to begin a request. */
  isFresh(lease: HostLease): boolean {
    return performance.now() - lease.grantedAt < FRESH_MS;
  }

  /** Keeps the turn while its request runs, however slow the host. */
  async during<R>(lease: HostLease, request: () => Promise<R>): Promise<R> {
    return keepRenewed(() => this.leases.renew(lease), request);
  }

  /** @param report how the request went; none when there was none */
  async end(lease: HostLease, delayMs: number, report?: RequestReport): Promise<void> {
    await this.leases.release(lease, delayMs, report);
  }
}
