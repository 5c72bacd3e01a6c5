import { articleEnd, deadLetterEnds, type OnSettled } from '@tocsin/messaging';
import { STAGE } from './stage.js';

/**
 * The record of every URL that ends at this stage: rejected or dead-lettered. An extracted article
 * goes on and is settled by the store, so it gets none.
 */
export function settleArticle(now: () => number): OnSettled {
  const givenUp = deadLetterEnds(STAGE, now);
  return (message, outcome) => {
    if (outcome.kind !== 'drop') return givenUp(message, outcome);
    const { code, reason } = outcome;
    return articleEnd(message, STAGE, { end: 'rejected', code, reason }, now());
  };
}
