import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../stack/folders.js';
import type { FaultResult } from './faults/fault-result.js';
import { KILLS, UsageError } from './options.js';
import type { ChaosReport } from './report.js';
import type { Verdict } from './invariants/verdict.js';

/** What is to be made. */
export interface AskedRun {
  readonly tests: readonly string[];
  readonly seed: number;
  readonly kills: number;
  readonly articles: number;
}

/** I7 of one line, and the tests that struck it. */
export interface ReplayResult {
  readonly tests: readonly string[];
  readonly verdict: Verdict;
}

export interface Found {
  /** One for each round. */
  readonly kills: readonly ChaosReport[];
  readonly faults: readonly FaultResult[];
  readonly replays: readonly ReplayResult[];
}

const FILE = join(ROOT, '.tocsin', 'chaos.json');

/** What was made of a run so far, kept in a file so that an interrupted one can go on. */
export class RunProgress {
  private constructor(
    readonly run: AskedRun,
    private all: Found,
    private readonly file: string,
  ) {}

  static begin({ tests, seed, kills, articles }: AskedRun, file = FILE): RunProgress {
    const run = { tests, seed, kills, articles };
    return new RunProgress(run, { kills: [], faults: [], replays: [] }, file);
  }

  /** @throws UsageError when no run was interrupted */
  static resume(file = FILE): RunProgress {
    if (!existsSync(file)) throw new UsageError('No run was interrupted.');
    const { run, found } = JSON.parse(readFileSync(file, 'utf8')) as {
      run: AskedRun;
      found: Found;
    };
    return new RunProgress(run, found, file);
  }

  get found(): Found {
    return this.all;
  }

  /** Tests without a result, and those that passed on a line whose replay was never looked at. */
  left(): string[] {
    const replayed = new Set(this.all.replays.flatMap(({ tests }) => tests));
    const made = this.all.faults.filter(
      ({ name, passed, obstacle }) => !passed || obstacle !== undefined || replayed.has(name),
    );
    const names = new Set(made.map(({ name }) => name));
    return this.run.tests.filter((name) => name !== KILLS && !names.has(name));
  }

  noteKills(report: ChaosReport): void {
    this.note({ kills: [...this.all.kills, report] });
  }

  /** In the place of an earlier result of the same test. */
  noteFault(result: FaultResult): void {
    const others = this.all.faults.filter(({ name }) => name !== result.name);
    this.note({ faults: [...others, result] });
  }

  noteReplay(result: ReplayResult): void {
    this.note({ replays: [...this.all.replays, result] });
  }

  /** Nothing is left to go on with. */
  end(): void {
    rmSync(this.file, { force: true });
  }

  /** Whole or not at all: the next moment may be the run's last. */
  private note(news: Partial<Found>): void {
    this.all = { ...this.all, ...news };
    mkdirSync(dirname(this.file), { recursive: true });
    const next = `${this.file}.next`;
    writeFileSync(next, JSON.stringify({ run: this.run, found: this.all }));
    renameSync(next, this.file);
  }
}
