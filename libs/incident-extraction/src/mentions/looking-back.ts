import { OPENERS } from '../reading/subordinate.js';
import type { Frame } from '../reading/frames.js';
import type { Document } from '../text/document.js';
import { daysBetween } from '../time/calendar.js';
import type { TimeExpression } from '../time/find-times.js';
import type { Draft, Piece } from './draft.js';

/** Title and lead, in sentences: where they only look back on something, it is not what the article reports. */
const LEAD = 3;
/** What a clause dates earlier than so many days before publication is older than the news around it. */
const NEWS_DAYS = 4;
/** What stands at a sentence's beginning and is older than this dates all of it. */
const OLD_DAYS = 60;
/** How far from its word the day of a clause stands, in tokens. */
const REACH = 14;

/**
 * Whether an article only looks back on a draft: every sentence of the title and the lead that tells it, or where
 * those don't the first that does, has it in a clause of an older day ("who were taken hostage in 2014"), as what
 * someone reacts to or remembers, or dated by its first words ("Two years ago, …").
 */
export function isLookedBackOn({ published }: Document, { pieces }: Draft): boolean {
  const telling = pieces.filter(({ frames, tolls }) => frames.some(isTold) || tolls.length > 0);
  // Nothing but names of things: a brief text's topic.
  if (telling.length === 0)
    return pieces.every(({ frames }) => frames.every(({ naming }) => naming));
  const lead = telling.filter(({ reading }) => reading.sentence.index <= LEAD);
  const heard = lead.length > 0 ? lead : telling.slice(0, 1);
  return (
    heard.every((piece) => looksBack(piece, published)) &&
    (heard.some(isLongAgo) || !telling.some((piece) => isFresh(piece, published)))
  );
}

const isLongAgo = ({ frames }: Piece): boolean =>
  frames.some(({ recalled }) => recalled === 'past');

/** Told after all: in a main clause, of a day just before publication. */
function isFresh({ frames, time }: Piece, published: string | null): boolean {
  if (!time || !published) return false;
  const days = daysBetween(time.end, published);
  return (
    days <= NEWS_DAYS &&
    frames.some((frame) => isTold(frame) && !frame.aside && frame.recalled === null)
  );
}

function looksBack({ frames, reading }: Piece, published: string | null): boolean {
  const { times, sentence } = reading;
  const told = frames.filter(isTold);
  if (told.length === 0) return false;
  if (told.every(({ recalled }) => recalled !== null)) return true;
  if (!published) return false;
  const age = ({ end }: TimeExpression): number => daysBetween(end, published);
  if (times.some((time) => time.from <= 1 && age(time) > OLD_DAYS)) return true;
  return told.every((frame) => {
    if (frame.recalled !== null) return true;
    const opener = openerBefore(sentence.tokens, frame);
    if (opener === null) return false;
    const end = clauseEnd(sentence.tokens, frame.to);
    if (times.some((time) => time.from > opener && time.from < end && age(time) > OLD_DAYS))
      return true;
    const own = nearest(times, frame, opener);
    if (own) return age(own) > NEWS_DAYS;
    const perfect = sentence.tokens.slice(opener, frame.from).some(({ low }) => low === 'had');
    return perfect && times.some((time) => age(time) > OLD_DAYS);
  });
}

const isTold = ({ naming, realis }: Frame): boolean =>
  !naming && (realis === 'actual' || realis === 'attempted');

/** The time of a clause that stands nearest to its word. */
function nearest(
  times: readonly TimeExpression[],
  frame: Frame,
  opener: number,
): TimeExpression | null {
  const gap = ({ from, to }: TimeExpression): number => Math.max(from - frame.to, frame.from - to);
  const own = times.filter((time) => time.from > opener && gap(time) <= REACH);
  return own.reduce<TimeExpression | null>(
    (best, each) => (best && gap(best) <= gap(each) ? best : each),
    null,
  );
}

/** Where a clause ends behind its word: at a comma or where the next one opens. */
function clauseEnd(tokens: readonly { readonly low: string }[], from: number): number {
  const found = tokens.findIndex(({ low }, i) => i >= from && (low === ',' || OPENERS.test(low)));
  return found < 0 ? tokens.length : found;
}

/** The word that opens the clause that a word stands in; null in a main clause. */
function openerBefore(
  tokens: readonly { readonly low: string }[],
  { aside, from }: Frame,
): number | null {
  if (!aside) return null;
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    if (OPENERS.test(tokens[i]!.low) || tokens[i]!.low === 'that') return i;
  }
  return null;
}
