/** One line of `DIR/data/<set>/<split>.jsonl`, without what is expected: an adapter can't peek. */
export interface Case {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** One line of `OUT/<set>.jsonl`; the set's scorers say which further fields they read. */
export interface Prediction {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** One run of a scorer of `DIR/score`. */
export interface ScorerRun {
  /** File name without `.mjs`. */
  readonly scorer: string;
  readonly args?: readonly string[];
}

/** What an adapter may use of the surroundings. */
export interface EvalEnv {
  /** Bytes of a page named by an `html_path`, decompressed. */
  loadPage(htmlPath: string): Promise<Uint8Array>;
}

/** How one test set is answered: from its cases' `input` to the lines that its scorers read. */
export interface SetAdapter {
  readonly set: string;
  readonly scorers: readonly ScorerRun[];
  predict(cases: AsyncIterable<Case>, env: EvalEnv): AsyncIterable<Prediction>;
}
