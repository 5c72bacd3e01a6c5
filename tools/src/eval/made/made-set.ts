import type { FullCase } from '../part-scorer.js';

/** A set that the tool makes itself: from what may be shipped, by seeded chance, with what is expected by construction. */
export interface MadeSet {
  /** @param split names the seed: another name, another set of the same kind */
  make(split: string): FullCase[];
  /** The program that scores it, as those of `DIR/score` do; it imports nothing of ours. */
  readonly scorer: URL;
}
