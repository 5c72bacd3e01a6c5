/** What a part measured: the whole of it for programs, and what of it people read. */
export interface BenchOutcome {
  readonly report: object;
  readonly text: string;
}

/** One thing that `npm run bench` measures. */
export interface BenchPart {
  /** What and beside what, with its own options, a line each. */
  readonly help: readonly string[];
  /**
   * @param args the part's own options
   * @param signal gives up; what was started is ended
   */
  run(args: readonly string[], signal: AbortSignal): Promise<BenchOutcome>;
}
