import type { FarmProcess } from '../../farm/farm-process.js';
import type { FarmPlan } from '../../farm/plan.js';

/** What is to be fetched, and by how many. */
export interface FetcherRun {
  readonly farm: FarmProcess;
  readonly plan: FarmPlan;
  readonly processes: number;
  /** Requests in flight at once in one process. */
  readonly concurrency: number;
  /** Where our own processes leave their CPU profiles, if they are to. */
  readonly profileFolder?: string;
  readonly signal: AbortSignal;
}

/** Something that can fetch every page of a farm. */
export interface Contestant {
  readonly name: string;
  /** Gets ready, so that only the farm's opening is missing, and measures. */
  race<R>(run: FetcherRun, measure: (ready: Ready) => Promise<R>): Promise<R>;
}

/** A contestant in its blocks. */
export interface Ready {
  /** The processes whose work is compared. */
  readonly pids: readonly number[];
  /** Further processes without which it could not work, by name. */
  readonly others: Readonly<Record<string, number>>;
  /** Begins where the farm's opening alone does not; resolves when every page is done with. */
  finish(): Promise<void>;
}
