import { rmSync } from 'node:fs';
import type { RunFolders } from './folders.js';
import { startChild, type Child, type StartChild } from './processes/child.js';
import { RunRecord } from './processes/run-record.js';

/** The processes of one run and the order in which they end. */
export class Run {
  readonly #base: Child[] = [];
  readonly #services: Child[] = [];
  readonly #record: RunRecord;
  #stopped: Promise<void> | undefined;

  /** @param throwaway whether the run's folders go when it stops */
  constructor(
    label: string,
    readonly folders: RunFolders,
    private readonly throwaway: boolean,
  ) {
    this.#record = new RunRecord(folders.records, label, throwaway ? folders.all : []);
  }

  /** Broker and database: they end last. */
  readonly startBase: StartChild = async (spec) => {
    const child = await startChild(spec, this.#record);
    this.#base.push(child);
    return child;
  };

  /** Broker and database, where they were started here. */
  get base(): readonly Child[] {
    return this.#base;
  }

  readonly startService: StartChild = async (spec) => {
    const child = await startChild(spec, this.#record);
    this.#services.push(child);
    return child;
  };

  /** Ends services, then broker and database; what is thrown away is not given time to be written. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  /** Ends everything at once, also while `stop` is waiting for something to finish. */
  async stopQuickly(): Promise<void> {
    await Promise.all([...this.#services, ...this.#base].map((child) => child.stopQuickly()));
    await this.stop();
  }

  async #stop(): Promise<void> {
    await Promise.all(this.#services.map((child) => child.stop()));
    await Promise.all(
      this.#base.map((child) => (this.throwaway ? child.stopQuickly() : child.stop())),
    );
    if (this.throwaway) {
      for (const folder of this.folders.all) rmSync(folder, { recursive: true, force: true });
    }
    this.#record.close();
  }
}
