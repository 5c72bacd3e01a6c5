import { runProgram } from './run-program.js';

export interface AlternativeTask {
  /** URLs of feeds whose pages it is to read. */
  readonly feeds: readonly string[];
  readonly databaseUrl: string;
}

export interface AlternativeRun {
  readonly pages: number;
  /** Of the pages, those in which it found an article. */
  readonly articles: number;
  readonly seconds: number;
  /** Milliseconds of its own CPU time a page. */
  readonly cpuMs: number;
}

/** The obvious alternative: one script that stores articles. It extracts no incident and knows no copy. */
export const runAlternative = (
  task: AlternativeTask,
  signal: AbortSignal,
): Promise<AlternativeRun> =>
  runProgram<AlternativeRun>(new URL('./alternative-main.js', import.meta.url), task, signal);
