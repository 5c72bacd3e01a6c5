import type { MadeSet } from './made/made-set.js';

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

/** From a set's cases' `input` to the lines that its scorers read, and those scorers. */
export interface Answer {
  readonly scorers: readonly ScorerRun[];
  /** Whether half of the set's unread half may be read by now (`halves.ts`). */
  readonly opened?: boolean;
  predict(cases: AsyncIterable<Case>, env: EvalEnv): AsyncIterable<Prediction>;
}

/** How someone else's program answers a set, to stand beside ours: only where `--peers` asks for it. */
export interface PeerAnswer extends Answer {
  readonly peer: string;
  /** Its predictions are `OUT/<set>.<file>.jsonl`. */
  readonly file: string;
}

/** How one test set is answered. */
export interface SetAdapter extends Answer {
  readonly set: string;
  /** Where no data has it: how the tool makes it. */
  readonly made?: MadeSet;
  readonly peers?: readonly PeerAnswer[];
}
