import type { PayloadOf } from '@tocsin/contracts';
import { deadLetterCode, type OnSettled, type Outcome } from '@tocsin/messaging';
import { STAGE } from './stage.js';

/** Told once how each document ended. */
export type CountDocument = (outcome: string) => void;

/**
 * Counts every document by how it ended, then settles it. Here and not in the handler: a record ends once,
 * however often its batch was tried. What is tried again has not ended.
 */
export function countDocuments(count: CountDocument, settle: OnSettled): OnSettled {
  return (message, outcome) => {
    const counted = outcomeOf(outcome);
    if (counted !== null) count(counted);
    return settle(message, outcome);
  };
}

/** The page's kind where an article goes on, the code where none does; null where nothing is decided yet. */
function outcomeOf(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'ok': {
      const output = outcome.outputs.find(({ topic }) => topic === 'article-extracted');
      return (output?.value as PayloadOf<'article-extracted'> | undefined)?.pageType ?? null;
    }
    case 'drop':
      return outcome.code;
    case 'deadLetter':
      return deadLetterCode(STAGE, outcome);
    case 'retry':
      return null;
  }
}
