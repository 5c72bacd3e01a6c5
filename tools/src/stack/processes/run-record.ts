import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './identity.js';

/** A process that a run started, and how to ask it to end. */
export interface RecordedChild extends ProcessIdentity {
  readonly name: string;
  readonly stopSignal: NodeJS.Signals;
}

/** What one run of the stack has going, so that a later run can end what a killed one left. */
export interface RunState {
  /** The run's name: two runs of one name would share data, so only one may live. */
  readonly label: string;
  readonly runner: ProcessIdentity;
  readonly children: readonly RecordedChild[];
  /** Folders that must not outlive the run. */
  readonly throwaway: readonly string[];
}

/** The file of this process's run; every change is on disk before the call returns. */
export class RunRecord {
  #state: RunState;
  readonly #file: string;

  /** @throws Error when this process's own identity cannot be read */
  constructor(folder: string, label: string, throwaway: readonly string[]) {
    const runner = identify(process.pid);
    if (!runner) throw new Error(`process ${process.pid} cannot identify itself`);
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, `${label}-${process.pid}.json`);
    this.#state = { label, runner, children: [], throwaway };
    this.#write();
  }

  add(child: RecordedChild): void {
    this.#state = { ...this.#state, children: [...this.#state.children, child] };
    this.#write();
  }

  remove(pid: number): void {
    const children = this.#state.children.filter((child) => child.pid !== pid);
    this.#state = { ...this.#state, children };
    this.#write();
  }

  /** The run ended and left nothing. */
  close(): void {
    rmSync(this.#file, { force: true });
  }

  /** By rename: a run killed here must leave a whole record, not half of one. */
  #write(): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#state, null, 2));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

export interface FoundRun {
  readonly file: string;
  readonly state: RunState;
  /** Whether the process that started the run still lives. */
  readonly alive: boolean;
}

/** All runs on record, living and killed. A file that is not a record is passed over. */
export function readRuns(folder: string): FoundRun[] {
  return recordFiles(folder).flatMap((file) => {
    const state = parse(file);
    return state ? [{ file, state, alive: isAlive(state.runner) }] : [];
  });
}

function recordFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function parse(file: string): RunState | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunState;
  } catch {
    return undefined;
  }
}
