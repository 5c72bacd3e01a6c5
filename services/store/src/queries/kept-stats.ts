import type { Stats } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { readStats } from './stats.js';

/** For each millisecond that counting takes, so many pass before it is done again. */
const REST = 20;

/**
 * The counts, as of at most a little while ago: counting takes no more than a twentieth of one connection, however many
 * ask and however large the tables are. On small ones that is at once.
 */
export class KeptStats {
  private kept: { readonly stats: Stats; readonly untilMs: number } | undefined;
  private counting: Promise<Stats> | undefined;

  /** @param now ms of a clock that only goes forward */
  constructor(
    private readonly db: Queryable,
    private readonly now: () => number,
  ) {}

  async read(): Promise<Stats> {
    if (this.kept && this.now() < this.kept.untilMs) return this.kept.stats;
    this.counting ??= this.count().finally(() => (this.counting = undefined));
    return this.counting;
  }

  private async count(): Promise<Stats> {
    const began = this.now();
    const stats = await readStats(this.db);
    const ended = this.now();
    this.kept = { stats, untilMs: ended + (ended - began) * REST };
    return stats;
  }
}
