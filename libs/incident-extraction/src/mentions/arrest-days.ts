import type { SentenceReading } from '../reading/sentence-reading.js';
import { daysBetween } from '../time/calendar.js';
import type { TimeExpression } from '../time/find-times.js';
import { pieceOf } from './choose-time.js';
import type { Draft, Piece } from './draft.js';
import { HARM_GOES_TO } from './pieces.js';
import type { Situated } from './reunite.js';

/** Days before publication within which whoever is arrested in the news of a deed is so for it. */
const NEWS_DAYS = 7;

/** A draft with what dates it. */
export type Dated = Pick<Situated, 'draft' | 'time'>;

/** How many sentences lie between what is told side by side at most. */
const NEAR = 1;

const isBeside = (a: Draft, b: Draft): boolean =>
  a.pieces.some(({ reading }) =>
    b.pieces.some(
      (other) => Math.abs(reading.sentence.index - other.reading.sentence.index) <= NEAR,
    ),
  );

/**
 * The days of an arrest that no day is told of: from the one deed of the last week that its article dates, to publication,
 * for nobody is arrested for what is yet to come. Null where the article dates several such deeds, and where a sentence of
 * the arrest gives another time.
 *
 * @param others what else the article tells; where it reports no such deed, one told right beside the arrest counts
 */
export function arrestDays(
  arrest: Draft,
  others: readonly Dated[],
  isBackground: (one: Dated) => boolean,
  published: string | null,
): Piece | null {
  if (published === null) return null;
  const daysOf = (told: readonly Dated[]) =>
    told.flatMap(({ time }) =>
      time?.time && isRecent(time.time, published) ? [{ ...time, time: time.time }] : [],
    );
  const deeds = others.filter(({ draft }) => HARM_GOES_TO.includes(draft.eventClass));
  const reported = daysOf(deeds.filter((deed) => !isBackground(deed)));
  const days =
    reported.length > 0 ? reported : daysOf(deeds.filter(({ draft }) => isBeside(draft, arrest)));
  const [first] = days;
  if (!first) return null;
  if (days.some(({ time }) => time.start !== first.time.start)) return null;
  const apart = arrest.pieces.some(({ reading }) =>
    reading.times.some((time) => !isWithin(time, first.time.start, published)),
  );
  if (apart) return null;
  const time = { ...first.time, bound: 'since', clock: null, part: null } as const;
  return pieceOf(arrest, sightingOf(first.reading, time));
}

function isRecent({ start, end, unit }: TimeExpression, published: string): boolean {
  const age = daysBetween(start, published);
  return unit === 'day' && start === end && age >= 0 && age <= NEWS_DAYS;
}

const isWithin = ({ start, end }: TimeExpression, from: string, to: string): boolean =>
  start >= from && end <= to;

const sightingOf = (reading: SentenceReading, time: TimeExpression) =>
  ({ reading, time, standing: 'others', triggers: [], first: false }) as const;
