import { type Day, daysBetween } from '../../time/calendar.js';

/**
 * How old a happening can be at publication, in whole days, to be what an article reports; own choice, checked on
 * the wire reports and the news of shootings among the evaluation sets.
 */
export const MOST_DAYS = {
  /** News even where a clause tells it in passing. */
  passing: 4,
  /** News beside a trial, a court, an anniversary or a memorial. */
  followedUp: 7,
  /** News of a deed or a mishap that a whole article is about. */
  news: 30,
  /** A day in a sentence that makes all of the sentence history. */
  sentence: 60,
} as const;

/** Whether a day is further back at publication than news of a kind can be; never where either is not known. */
export const isOlder = (
  day: Day | null | undefined,
  published: Day | null,
  kind: keyof typeof MOST_DAYS,
): boolean => Boolean(day && published && daysBetween(day, published) > MOST_DAYS[kind]);
