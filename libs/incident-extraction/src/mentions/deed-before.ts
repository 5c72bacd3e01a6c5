import { WordList } from '../language/word-list.js';
import { daysBetween } from '../time/calendar.js';
import { governorOf } from './time-clause.js';
import type { TimeSighting } from './time-features.js';

/** What an article's times say of one day. */
export interface Day {
  vote: number;
  best: number;
  /** The draft's own sentences name it. */
  own: boolean;
  /** No more is told of it than that it was spoken of. */
  said: boolean;
  /** One of the draft's own sentences says more than that it was spoken of then, or that a thing is of then. */
  told: boolean;
  /** The draft's own sentences tell of it as of what follows a deed: what is said, or who died. */
  after: boolean;
  sighting: TimeSighting;
}

/**
 * What is said, and who dies of it, comes after what was done: where no more than that is told of a day, one before it that
 * the article tells firmly goes before it. A page that was written on after its day of publication tells of the weekday
 * after that, which is not the one of six days before.
 *
 * @param days all that may date the draft, `top` among them
 * @param least the vote, as a logarithm, from which on a day is told firmly
 */
export function deedBefore(top: Day, days: readonly Day[], published: string, least: number): Day {
  if (!top.after) return top;
  const earlier = days.filter((day) => {
    const { time } = day.sighting;
    if (day.after || time.unit !== 'day') return false;
    if (Math.log(day.vote) < (day.told ? OWN_LEAST : least)) return false;
    const gap = daysBetween(time.start, top.sighting.time.start);
    if (gap === DAY_BEFORE_LAST_WEEK) return daysBetween(time.start, published) === 0;
    return gap > 0 && gap <= AFTERMATH_DAYS;
  });
  return best(earlier) ?? top;
}

/** The least vote, as a logarithm, of a day that the draft's own sentences tell. */
const OWN_LEAST = 0;

/** From publication to the last of the weekday after its own, in days. */
const DAY_BEFORE_LAST_WEEK = -6;

/** How long after a deed the news still speaks of it and of who died of it, in days. */
const AFTERMATH_DAYS = 30;

/** "died Sunday from injuries sustained in Friday's attack", "succumbed to his wounds Tuesday". */
export function isOfDeath({ reading, time, standing }: TimeSighting): boolean {
  if (standing !== 'own') return false;
  const verb = governorOf(reading, time)?.verb;
  const { tokens } = reading.sentence;
  return verb !== undefined && DYING.test(tokens[verb.main]!.low);
}

const DYING = new WordList(/^(?:die|dies|died|succumbed|succumbs|pronounced|declared|passed)$/);

/** The day of most votes, of equals the first; null of none. */
export function best(days: readonly Day[]): Day | null {
  let top: Day | null = null;
  for (const day of days) if (!top || day.vote > top.vote) top = day;
  return top;
}
