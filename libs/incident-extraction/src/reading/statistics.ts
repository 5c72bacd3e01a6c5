import { WordList } from '../language/word-list.js';
import type { Trigger } from '../lexicon/triggers.js';
import type { Token } from '../text/tokens.js';
import type { FrameContext, TokenSpan } from './frames.js';

/** How far before a word stands what makes a figure of a period of it, in tokens. */
const REACH = 5;
const AVERAGE = new WordList(/^(?:average|averages|averaged|averaging|annual|yearly)$/);
const RATE = new WordList(/^(?:numbers?|rates?|incidence|percentage|share|proportion)$/);
const LINK = new WordList(/^(?:of|in|for)$/);
/** What a figure of a period does, and what it is told beside. */
const COMPARED = new WordList(
  /^(?:percent|rose|risen|fell|fallen|increased|decreased|dropped|declined|doubled|tripled|recorded|compared|year|years|annually|statistics)$/,
);
/** Kinds of crime that are told of in the present as what people are, not as what they did. */
const TRADES: ReadonlySet<string> = new Set(['organised-crime']);

/** "over the past five years, 851 people died in crashes": what happened in years together is no incident. */
function isOfYears(tokens: readonly Token[], counted: boolean): boolean {
  if (!counted) return false;
  const at = tokens.findIndex(
    ({ low }, i) => (low === 'past' || low === 'last') && tokens[i - 1]?.low === 'the',
  );
  if (at < 2 || !/^(?:over|in|during|within)$/.test(tokens[at - 2]!.low)) return false;
  const unit = tokens.slice(at + 1, at + 1 + YEARS_REACH).some(({ low }) => YEARS.test(low));
  return unit && tokens.some(({ low }) => /^(?:statistics|figures|data)$/.test(low));
}

const YEARS = /^(?:years|decades?)$/;
/** How far behind "the past" its unit stands, in tokens. */
const YEARS_REACH = 3;

/**
 * Whether a word stands for what happens over and over, so many a period: "the number of rapes rose 12 percent",
 * "seizes a monthly average of 200 kg", "they sell drugs". Headlines tell single happenings in the present.
 */
export function isStatistic(
  { tokens, title }: FrameContext,
  { from, to }: TokenSpan,
  { form, sense }: Trigger,
): boolean {
  if (isOfYears(tokens, sense.effect !== undefined || form === 'noun')) return true;
  if (!title && TRADES.has(sense.id) && (form === 'base' || form === 'third')) return true;
  for (let at = Math.max(0, from - REACH); at < from; at++) {
    const { low } = tokens[at]!;
    if (AVERAGE.test(low)) return true;
    if (form !== 'noun' || !RATE.test(low) || !LINK.test(tokens[at + 1]?.low ?? '')) continue;
    // "a number of attacks" are several.
    const several = /^(?:an?|any|large|small|growing)$/.test(tokens[at - 1]?.low ?? '');
    if (!several && tokens.some((token) => COMPARED.test(token.low))) return true;
  }
  // "confiscates a monthly average of": an object's own measure.
  return AVERAGE.test(tokens[to + 1]?.low ?? '') || AVERAGE.test(tokens[to + 2]?.low ?? '');
}
