import { WordSigns } from '../language/word-signs.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Document } from '../text/document.js';
import { daysBetween } from '../time/calendar.js';
import type { TimeExpression } from '../time/find-times.js';
import { isStamp } from '../time/stamp.js';
import { pieceOf, sightings } from './choose-time.js';
import type { Draft, Piece } from './draft.js';
import { isSaidBeside, timeClause } from './time-clause.js';

/** Days before publication within which news happened. */
const NEWS_DAYS = 7;

/** Days of the police, of court and of mourning are not the event's. */
const AFTERMATH = new WordSigns([
  'arrest arrests arrested custody jail jailed bond bail warrant indicted surrendered charge charges autopsy',
  'court trial judge stand testimony testified sentenced convicted hearing charged arraigned pleaded funeral buried vigil',
]);
/** What a headline says of news that is about an incident of before: who is tried, mourned or sought for it. */
const RETELLS = new WordSigns([
  'charged charges charge court trial judge sentenced convicted arraigned indicted pleads plea suspect suspects',
  'mourn mourns mourned mourning remember remembered remembers funeral vigil family families',
]);

/**
 * The one recent day that an article names besides those of speaking, decisions and its own stamps: what it reports
 * was then, wherever that is said. Null where it names several, where the draft's
 * own sentences also name older times, and where the headline retells.
 */
export function onlyDay(
  document: Document,
  draft: Draft,
  drafts: readonly Draft[],
  readings: readonly SentenceReading[],
): Piece | null {
  const { published } = document;
  // An arrest has the day of its own verb or none.
  if (published === null || draft.eventClass === 'arrest') return null;
  const age = ({ start }: TimeExpression): number => daysBetween(start, published);
  const old = draft.pieces.some(({ reading }) => reading.times.some((t) => age(t) > NEWS_DAYS));
  if (old || readings.some(isRetelling)) return null;
  const days = sightings(draft, drafts, readings, published).filter(({ time, reading }) => {
    if (time.unit !== 'day' || age(time) < 0 || age(time) > NEWS_DAYS) return false;
    const { tokens } = reading.sentence;
    if (isStamp(tokens, time) || AFTERMATH.within(tokens) !== 0) return false;
    // "Today's is believed to be the first": what a day owns was then, whatever is said of it.
    if (tokens[time.to]?.low === "'s") return true;
    return reading.syntax.clauses.length === 0
      ? !isSaidBeside(tokens, time)
      : timeClause(reading, time, []) !== 'said';
  });
  const [first] = days;
  if (!first || days.some(({ time }) => time.start !== first.time.start)) return null;
  return pieceOf(draft, first);
}

const isRetelling = ({ sentence: { part, tokens } }: SentenceReading): boolean =>
  part === 'title' && RETELLS.within(tokens) !== 0;
