import { FetchFailure } from '../outcome/fetch-failure.js';
import type { HostLease } from './host-leases.port.js';
import type { Turns } from './turns.js';

/** What a caller may say of one fetch, for all of its requests. */
export interface ErrandOptions {
  /** A lease of the URL's host that the caller already has; it is used or given back. */
  readonly held?: HostLease | undefined;
  /** Milliseconds between two requests to one host, instead of the client's; a longer crawl delay wins. */
  readonly hostDelayMs?: number | undefined;
  /**
   * Asked before every request but a first one that is made under `held`; after a `false` nothing more
   * is asked of anyone.
   */
  readonly permit?: (() => Promise<boolean>) | undefined;
}

/** One fetch on its way from host to host: robots.txt, the page, each place it redirects to. */
export class Errand {
  private held: HostLease | undefined;

  constructor(
    private readonly turns: Turns,
    private readonly options: ErrandOptions,
  ) {
    this.held = options.held;
  }

  /** Milliseconds to leave a host alone when its robots.txt asks for no longer. */
  delayMs(hostDelayMs: number): number {
    return this.options.hostDelayMs ?? hostDelayMs;
  }

  /**
   * The right to make the next request.
   *
   * @throws FetchFailure ERR_FETCH_STOPPED, ERR_FETCH_HOST_BUSY
   */
  async lease(host: string): Promise<HostLease> {
    const { held } = this;
    if (held?.host === host && this.turns.isFresh(held)) {
      this.held = undefined;
      return held;
    }
    await this.giveBack();
    const lease = await this.turns.take(host);
    try {
      // After the wait for the turn, since much may have changed in it.
      if (!(await (this.options.permit?.() ?? true)))
        throw new FetchFailure('ERR_FETCH_STOPPED', 'This is not to be fetched any more.');
    } catch (error) {
      await this.turns.end(lease, 0);
      throw error;
    }
    return lease;
  }

  /** Unused: nobody was asked, so nobody needs to rest. */
  async giveBack(): Promise<void> {
    const { held } = this;
    this.held = undefined;
    if (held) await this.turns.end(held, 0);
  }
}
