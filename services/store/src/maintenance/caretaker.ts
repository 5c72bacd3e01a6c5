import type { Queryable } from '@tocsin/persistence';
import { forgetRedriven } from '../operating/redriven-letters.js';
import { applyRights } from '../rights/apply-rights.js';
import { rederiveIncidents } from '../tables/incident-table.js';
import { foldTallies } from '../tables/tally-table.js';
import { forgetDeliveries } from '../webhooks/delivery-table.js';
import { keepMonths } from './months.js';

const EVERY_MS = 3_600_000;
/** Rows of an older release that are derived anew by one statement. */
const BATCH = 200;

/** Keeps the tables in order, at once and every hour, until it is stopped. */
export class Caretaker {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly db: Queryable,
    private readonly now: () => number,
    private readonly onError: (error: unknown) => void,
    private readonly audit: () => Promise<void> = () => Promise.resolve(),
  ) {}

  start(): void {
    this.running = this.once().finally(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.start(), EVERY_MS).unref();
    });
  }

  /** One round; what fails is told and tried again at the next one. */
  async once(): Promise<void> {
    try {
      await keepMonths(this.db, this.now());
      await forgetDeliveries(this.db, this.now());
      await forgetRedriven(this.db, this.now());
      await foldTallies(this.db);
      await applyRights(this.db, this.now(), () => this.stopped);
      while (!this.stopped && (await rederiveIncidents(this.db, BATCH)) > 0);
      if (!this.stopped) await this.audit();
    } catch (error) {
      this.onError(error);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
