import type { MainPart } from './main-part.js';
import type { PageFacts } from './page-facts.js';
import type { PageSums } from './page-sums.js';

/** What every feature is made of. */
export interface FeatureContext {
  readonly facts: PageFacts;
  readonly main: MainPart;
  readonly sums: PageSums;
}

/** Features of one kind: their names, and their values for one block, in the same order. */
export interface FeatureGroup {
  readonly names: readonly string[];
  of(context: FeatureContext, at: number): ArrayLike<number>;
}
