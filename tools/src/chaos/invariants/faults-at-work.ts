import { type Verdict, verdict } from './verdict.js';

/** What the test did, and what it set off. */
export interface FaultCounts {
  readonly killsAsked: number;
  readonly kills: number;
  /** Kills at whose moment at least one article was on its way. */
  readonly killsUnderWork: number;
  /** Records that were published more than once, and pages that were fetched again. */
  readonly redeliveries: number;
  readonly rebalances: number;
}

/** A fault test that hit nothing proves nothing. */
export function checkFaultsAtWork(counts: FaultCounts): Verdict {
  const { killsAsked, kills, killsUnderWork, redeliveries, rebalances } = counts;
  const violations: string[] = [];
  if (kills < killsAsked) violations.push(`${kills} of ${killsAsked} kills were made`);
  if (killsUnderWork < killsAsked) {
    violations.push(`only ${killsUnderWork} of ${kills} kills found articles on their way`);
  }
  if (redeliveries + rebalances === 0) violations.push('nothing was redelivered or rebalanced');
  return verdict('faults', 'The kills struck while work was under way.', violations);
}
