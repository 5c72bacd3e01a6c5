import { PhraseIndex } from '../lexicon/phrase-index.js';
import type { Token } from '../text/tokens.js';
import { WordList } from '../language/word-list.js';

/** `period` for words of a stretch of time, `toll` for what a toll does, `sum` for what sums up only beside a number. */
type Cue = 'period' | 'toll' | 'sum';

const cues = new PhraseIndex<Cue>();
for (const phrase of [
  'so far',
  'to date',
  'this year',
  'since january',
  'in total since',
  'in recent months',
  'in recent years',
  'over the past year',
  'in the past year',
  'last year',
  'have died since',
  'have been killed since',
]) {
  cues.add(phrase, 'period');
}
for (const phrase of ['toll has risen', 'toll rose', 'toll climbed', 'toll rises', 'toll among'])
  cues.add(phrase, 'toll');
for (const phrase of ['brings to', 'bringing to', 'brought to', 'brings the number'])
  cues.add(phrase, 'sum');

/** How far before or behind a word of summing up that stands which it sums up, in tokens. */
const REACH = 4;
const SUMMED = new WordList(
  /^(?:total|number|toll|tally|count|dead|deaths|killed|victims|casualties)$/,
);

/** How far behind "over the past" its unit stands, in tokens. */
const UNIT_REACH = 4;
const UNITS = new WordList(/^(?:months|years?|decades?)$/);

/** "over the past five years", "in the last few months". */
const isOverYears = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ low }, i) =>
      (low === 'last' || low === 'past') &&
      tokens[i - 1]?.low === 'the' &&
      /^(?:over|in|during|within)$/.test(tokens[i - 2]?.low ?? '') &&
      tokens.slice(i + 1, i + UNIT_REACH).some((token) => UNITS.test(token.low)),
  );

/**
 * Whether a sentence gives a running total rather than one incident's figure. "120 were brought to the hospital" sums
 * up nothing.
 */
export const readRunningTotal = (tokens: readonly Token[]): boolean =>
  isOverYears(tokens) ||
  cues
    .findAll(tokens)
    .some(
      ({ from, to, value }) =>
        value !== 'sum' ||
        tokens.slice(Math.max(0, from - REACH), to + REACH).some(({ low }) => SUMMED.test(low)),
    );
