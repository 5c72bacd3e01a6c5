import { readFileSync } from 'node:fs';
import { featuresOf, type Feature, type Obstacle } from './features.js';
import type { LinkableMention } from './linkable.js';

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
const DOUBTFUL = -3;
export const IMPOSSIBLE = -99;

/** Log-odds by feature. */
export interface LinkWeights {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<Feature, number>>>;
}

/** Fitted by `npm run fit -w libs/dedup`; its manifest says on what. */
const FITTED = JSON.parse(
  readFileSync(new URL('../../data/link-weights.json', import.meta.url), 'utf8'),
) as LinkWeights;

/** Symmetric and without memory: a pair scores the same whenever it is met. */
export function scoreLink(
  a: LinkableMention,
  b: LinkableMention,
  { bias, weights }: LinkWeights = FITTED,
): LinkScore {
  const found = featuresOf(a, b);
  if (typeof found === 'string')
    return { score: IMPOSSIBLE, features: {}, ruledOutBy: found, decision: 'distinct' };
  const features: Partial<Record<Feature | 'bias', number>> = { bias };
  let score = bias;
  for (const [name, value] of Object.entries(found) as [Feature, number][]) {
    if (value === 0) continue;
    const odds = rounded(value * (weights[name] ?? 0));
    features[name] = odds;
    score += odds;
  }
  score = rounded(score);
  return {
    score,
    features,
    ruledOutBy: null,
    decision: score >= LINK_THRESHOLD ? 'linked' : score >= DOUBTFUL ? 'doubtful' : 'distinct',
  };
}

/** So that the order of a sum's terms can't tip a decision. */
const rounded = (x: number): number => Math.round(x * 1e4) / 1e4;
