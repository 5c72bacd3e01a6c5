import type { FaultLine } from './fault-line.js';

/** What a fault did, and what it found beside the invariants. */
export interface Struck {
  /** What was done and what it set off, by its name in words; none may be zero, or the test proves nothing. */
  readonly counts: Readonly<Record<string, number>>;
  /** What should have held while it lasted. */
  readonly violations?: readonly string[];
}

/** One fault test: what it does to a running line, and what it counts. */
export interface Fault {
  /** By which it is asked for. */
  readonly name: string;
  /** What happens, in words. */
  readonly title: string;
  /** Left out of the subset: it takes minutes, or one much like it is in it. */
  readonly isExtra?: boolean;
  /** Why it can not be made here; undefined when it can. */
  readonly obstacle?: () => string | undefined;
  /** Strikes while articles are on their way, and leaves everything running as it was. */
  readonly strike: (line: FaultLine) => Promise<Struck>;
}
