import { rmSync } from 'node:fs';
import type { RunFolders } from './folders.js';
import { startChild, type Child, type ChildSpec, type StartChild } from './processes/child.js';
import { RunRecord } from './processes/run-record.js';

/** The processes of one run and the order in which they end. */
export class Run {
  readonly #base: Child[] = [];
  readonly #specs = new Map<string, ChildSpec>();
  #lives = 1;
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
    this.#specs.set(spec.name, spec);
    return child;
  };

  /** Starts broker or database again after its end, with a log of its own. */
  async revive(name: string): Promise<Child> {
    const spec = this.#specs.get(name);
    if (!spec) throw new Error(`No ${name} was started here.`);
    const at = this.#base.findIndex((child) => child.name === name);
    await this.#base[at]?.stopQuickly();
    const logFile = spec.logFile.replace(/\.log$/, `-${++this.#lives}.log`);
    const child = await startChild({ ...spec, logFile }, this.#record);
    this.#base[at] = child;
    return child;
  }

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
