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

/** Several happenings, and a year that they are counted by. */
const EVENTS = new WordList(
  /^(?:shootings|homicides|killings|murders|slayings|stabbings|suicides|crashes|accidents|wrecks|fires|drownings|attacks|bombings|overdoses)$/,
);
const COUNTING = new WordList(/^(?:in|during|since|from)$/);
const EACH = new WordList(/^(?:each|every|per)$/);
const YEAR = /^(?:19|20)\d\d$/;

/** "141 minors died in unintentional shootings in 2015", "shootings kill dozens each year". */
function isOfYear(tokens: readonly Token[]): boolean {
  if (!tokens.some(({ low }) => EVENTS.test(low))) return false;
  return tokens.some(({ low }, i) => {
    const before = tokens[i - 1]?.low ?? '';
    if (low === 'year') return EACH.test(before);
    return YEAR.test(low) && COUNTING.test(before) && !COUNTING.test(tokens[i + 1]?.low ?? '');
  });
}

/** A `total` so far, or a statistic of whole `years`. */
export type RunningTotal = 'total' | 'years';

/**
 * Whether a sentence gives a running total rather than one incident's figure. "120 were brought to the hospital" sums
 * up nothing.
 */
export function readRunningTotal(tokens: readonly Token[]): RunningTotal | null {
  if (isOverYears(tokens) || isOfYear(tokens)) return 'years';
  const sums = cues
    .findAll(tokens)
    .some(
      ({ from, to, value }) =>
        value !== 'sum' ||
        tokens.slice(Math.max(0, from - REACH), to + REACH).some(({ low }) => SUMMED.test(low)),
    );
  return sums ? 'total' : null;
}
