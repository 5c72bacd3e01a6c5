import { PhraseIndex } from '../lexicon/phrase-index.js';
import type { Token } from '../text/tokens.js';

const cues = new PhraseIndex<true>();
for (const phrase of [
  'so far',
  'to date',
  'this year',
  'since january',
  'in total since',
  'toll has risen',
  'toll rose',
  'toll climbed',
  'toll rises',
  'toll among',
  'brings to',
  'bringing to',
  'brought to',
  'brings the number',
  'in recent months',
  'in recent years',
  'over the past year',
  'in the past year',
  'last year',
  'have died since',
  'have been killed since',
]) {
  cues.add(phrase, true);
}

/** Whether a sentence gives a running total rather than one incident's figure. */
export function readRunningTotal(tokens: readonly Token[]): boolean {
  return cues.findAll(tokens).length > 0;
}
