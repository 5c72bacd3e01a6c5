import { featuresOf, type Feature, type Obstacle } from './features.js';
import type { ComparableMention } from './linkable.js';
import { fittedModel, weigh, type PairModel } from './pair-model.js';

/** Whether two mentions tell of one incident, and why. */
export interface LinkScore {
  /** Log-odds that they do; `IMPOSSIBLE` where something rules it out. */
  readonly score: number;
  /** What each property that was compared added to the log-odds; nothing of an impossible pair. */
  readonly features: Readonly<Partial<Record<Feature | 'bias', number>>>;
  readonly ruledOutBy: Obstacle | null;
  /** `doubtful` pairs are kept, since they count where groups of mentions are compared. */
  readonly decision: 'linked' | 'doubtful' | 'distinct';
}

/** From here on it is as likely as not that a pair is one incident. */
export const LINK_THRESHOLD = 0;
/** A pair of less than one in twenty is kept nowhere. */
export const DOUBTFUL = -3;
export const IMPOSSIBLE = -99;

const FITTED = fittedModel<Feature>('link-weights.json');

/** Symmetric and without memory: a pair scores the same whenever it is met. */
export function scoreLink(
  a: ComparableMention,
  b: ComparableMention,
  model: PairModel<Feature> = FITTED,
): LinkScore {
  const found = featuresOf(a, b);
  if (typeof found === 'string')
    return { score: IMPOSSIBLE, features: {}, ruledOutBy: found, decision: 'distinct' };
  const { score, features } = weigh(found, model);
  return {
    score,
    features,
    ruledOutBy: null,
    decision: score >= LINK_THRESHOLD ? 'linked' : score >= DOUBTFUL ? 'doubtful' : 'distinct',
  };
}
