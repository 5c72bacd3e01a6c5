import { type Day, daysBetween } from '../../time/calendar.js';
import type { TimeExpression } from '../../time/find-times.js';
import type { Token } from '../../text/tokens.js';
import type { Piece } from '../draft.js';
import type { Entry } from './roster.js';
import { WordList } from '../../language/word-list.js';

/** Sentences of title and lead; what stands there without a point is a headline of the article's own. */
const LEAD = 3;
/** A line of so many tokens at most that ends in no point is a link to another article. */
const LINK = 18;
/** What is dated earlier than the incident by more days than this is another. */
const OTHER_DAYS = 5;
/** How far from a toll its own day stands, in tokens. */
const REACH = 10;

/**
 * Whether a toll is another incident's, or that of several together: in a line that only links to another
 * article, in a sentence that sums up ("two dead in separate shootings"), or of an earlier day ("a December
 * shooting that wounded five").
 *
 * @param day the incident's, null if none is known
 */
export function isBeside({ toll, piece }: Entry, day: Day | null): boolean {
  const { sentence, times } = piece.reading;
  const { tokens } = sentence;
  if (sentence.part === 'body' && sentence.index > LEAD && isLink(tokens)) return true;
  // What several places share is told of each of them.
  const isTotal = isSeveral(tokens) || (piece.shared !== true && isOfTwoPlaces(piece));
  if (toll.stated && (toll.quantity?.best ?? 0) > 1 && isTotal) return true;
  return day !== null && isEarlier(toll, times, day);
}

/** "New Mexico officer killed in traffic stop": no point, no marks of a list. */
const isLink = (tokens: readonly Token[]): boolean =>
  tokens.length <= LINK && tokens.at(-1)!.kind === 'word' && tokens[0]!.kind !== 'mark';

const EVENTS = new WordList(
  /^(?:shootings|incidents|attacks|homicides|killings|murders|slayings|stabbings|crashes|accidents|fires|cases|scenes)$/,
);
const SEVERAL =
  /^(?:separate|unrelated|different|pair|multiple|several|series|string|spate|rash|wave|weekend|overnight|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})$/;

/** How far before the plural the word stands that says that they are several, in tokens. */
const BEFORE = 4;

/** "in two separate shootings". */
function isSeveral(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ low }, at) =>
      EVENTS.test(low) &&
      (/^(?:across|throughout)$/.test(tokens[at + 1]?.low ?? '') ||
        tokens.slice(Math.max(0, at - BEFORE), at).some((token) => SEVERAL.test(token.low))),
  );
}

const BLASTS =
  /^(?:bombs|bombings|explosions|blasts|attacks|shootings|raids|strikes|clashes|earthquakes|crashes)$/;

/** "Two bombs went off in Nairobi and Mombasa, killing 81", "in all, five died in the shootings". */
function isOfTwoPlaces({ reading: { sentence, syntax } }: Piece): boolean {
  const { tokens } = sentence;
  const several = tokens.findIndex(({ low }) => BLASTS.test(low) || EVENTS.test(low));
  if (several < 0) return false;
  if (tokens[0]!.low === 'altogether' || (tokens[0]!.low === 'in' && IN_ALL.test(tokens[1]!.low)))
    return true;
  const isName = (at: number): boolean => syntax.pos[at] === 'PROPN';
  return tokens.some(({ low }, at) => {
    if (low !== 'and' || at < several || !isName(at - 1) || !isName(at + 1)) return false;
    let first = at - 1;
    while (isName(first - 1)) first--;
    return tokens[first - 1]?.low === 'in' || tokens[first - 1]?.low === 'both';
  });
}

const IN_ALL = /^(?:all|total)$/;

function isEarlier(
  { from, to }: { readonly from: number; readonly to: number },
  times: readonly TimeExpression[],
  day: Day,
): boolean {
  const gap = (time: TimeExpression): number => Math.max(time.from - to, from - time.to, 0);
  let own: TimeExpression | null = null;
  for (const time of times) {
    // What opens a sentence dates all of it.
    const reaches = gap(time) <= REACH || time.from <= 1;
    if (reaches && (!own || gap(time) < gap(own))) own = time;
  }
  return own !== null && daysBetween(own.end, day) > OTHER_DAYS;
}
