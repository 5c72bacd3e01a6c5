import type { Instant } from './calendar.js';
import type { Amount, DayPart, Stretch } from './expression.js';
import type { Unit } from './units.js';

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** A time resolved: from `start` (inclusive) to `end` (exclusive) by the local clock; null = open or unknown. */
export interface Span {
  readonly start: Instant | null;
  readonly end: Instant | null;
  /** How finely the text tells it: the unit that it names. */
  readonly grain: Unit;
  readonly type: TimexType;
  /** TIMEX3's `value` (TimeML 1.2.1). */
  readonly value: string;
  /** False for a time of day whose day is not told, for durations and frequencies. */
  readonly dated: boolean;
  /** "two months ago" to the day, where `start` and `end` are the month that the words mean. */
  readonly exact?: Instant;
  readonly part?: DayPart;
  readonly stretch?: Stretch;
  /** A time of day was told by the clock; seconds of the day. */
  readonly clock?: number;
  readonly amounts?: readonly Amount[];
}

/** What the words are read against. */
export interface Context {
  /** When it was written. */
  readonly reference: Instant;
  /** Which way the verb looks, or who asks; null: nothing tells. */
  readonly direction: 'past' | 'future' | null;
  /**
   * The text reports what happened: "last Friday" is the latest one, and "this week" is over with the
   * day of writing. Otherwise weekdays count by calendar weeks.
   */
  readonly news: boolean;
  /** What the text spoke of last: "the following month" and "three days later" count from it. */
  readonly last?: Span | null;
}
