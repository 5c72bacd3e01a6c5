import { casualtyLikeness } from './casualty-likeness.js';
import type { LinkableMention } from './linkable.js';
import { actorLikeness, victimLikeness, wordLikeness } from './people-likeness.js';
import { placeLikeness } from './place-likeness.js';
import { timeLikeness } from './time-likeness.js';
import { typeLikeness } from './type-likeness.js';

/** What each property added to the log-odds; null: the property rules the link out. */
export interface LinkFeatures {
  readonly type: number | null;
  readonly time: number | null;
  readonly place: number | null;
  readonly victims: number;
  readonly actors: number;
  readonly casualties: number;
  readonly words: number;
}

/** Whether two mentions tell of one incident, and why. */
export interface LinkScore {
  /** Sum of the features; -Infinity never occurs, an impossible pair scores `IMPOSSIBLE`. */
  readonly score: number;
  readonly features: LinkFeatures;
  readonly decision: 'linked' | 'distinct';
}

/** From here on more speaks for one incident than against it. Set by hand: same town, day and type alone suffice. */
export const LINK_THRESHOLD = 1.8;
export const IMPOSSIBLE = -99;

/** Symmetric and without memory: a pair scores the same whenever it is met. */
export function scoreLink(a: LinkableMention, b: LinkableMention): LinkScore {
  const features: LinkFeatures = {
    type: typeLikeness(a.mention.what, b.mention.what),
    time: timeLikeness(a, b),
    place: placeLikeness(a.mention.where, b.mention.where),
    victims: victimLikeness(a.mention.victims, b.mention.victims),
    actors: actorLikeness(a.mention.actors, b.mention.actors),
    casualties: casualtyLikeness(a.mention.casualties, b.mention.casualties),
    words: wordLikeness(a.mention, b.mention),
  };
  const score = sumOf(features);
  return { score, features, decision: score >= LINK_THRESHOLD ? 'linked' : 'distinct' };
}

function sumOf(features: LinkFeatures): number {
  let sum = 0;
  for (const value of Object.values(features) as (number | null)[]) {
    if (value === null) return IMPOSSIBLE;
    sum += value;
  }
  // Rounded, so that the order of a sum's terms can't tip a decision.
  return Math.round(sum * 1e6) / 1e6;
}
