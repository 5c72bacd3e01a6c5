import type { Queryable } from '@tocsin/persistence';
import { pause } from '../live/pause.js';
import { RETRY_SCHEDULE_MS } from './retry-schedule.js';
import type { Sending } from './send.js';
import { tell, type Telling, type TellingSettings } from './tell.js';
import { giveBack, takeWebhooks, type HeldWebhook } from './webhook-leases.js';

export interface CourierSettings extends TellingSettings {
  /** How often changes are looked for, ms. */
  readonly pollMs: number;
  /** Webhooks that are told at once in this instance. */
  readonly atOnce: number;
}

export const COURIER_SETTINGS: CourierSettings = {
  pollMs: 500,
  atOnce: 20,
  // Four times the longest try.
  leaseMs: 60_000,
  scheduleMs: RETRY_SCHEDULE_MS,
};

export interface CourierDependencies extends Sending {
  readonly db: Queryable;
  readonly random: () => number;
  /** Told of everything that stopped a webhook's round; the courier itself goes on. */
  readonly onError: (error: unknown) => void;
}

/** Tells webhooks of changes. Any number of instances share them; one that dies is replaced when its leases end. */
export class Courier {
  private readonly busy = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly deps: CourierDependencies,
    private readonly settings: CourierSettings = COURIER_SETTINGS,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Ends after the messages in flight and gives the webhooks back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await Promise.all(this.busy);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.take();
      await pause(this.settings.pollMs, signal);
    }
  }

  private async take(): Promise<void> {
    const free = this.settings.atOnce - this.busy.size;
    if (free === 0) return;
    try {
      for (const webhook of await takeWebhooks(this.deps.db, free, this.settings.leaseMs)) {
        const work: Promise<void> = this.tell(webhook).finally(() => this.busy.delete(work));
        this.busy.add(work);
      }
    } catch (error) {
      this.deps.onError(error);
    }
  }

  private async tell(webhook: HeldWebhook): Promise<void> {
    const { settings, stopping, deps } = this;
    const telling: Telling = { ...deps, settings, signal: stopping.signal };
    try {
      await tell(telling, webhook);
      await giveBack(deps.db, webhook);
    } catch (error) {
      deps.onError(error);
    }
  }
}
