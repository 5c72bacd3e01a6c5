import type { Unit } from './units.js';

export type DayPart =
  | 'early hours'
  | 'morning'
  | 'afternoon'
  | 'evening'
  | 'night'
  | 'overnight'
  | 'daytime'
  | 'dawn'
  | 'dusk'
  | 'breakfast'
  | 'brunch'
  | 'lunch'
  | 'dinner';

export type Reference = 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF';
/** Which stretch of a period: "early next year", "the end of June", "rest of the week". */
export type Stretch = 'start' | 'early' | 'earlier' | 'mid' | 'late' | 'later' | 'end' | 'rest';
/** `null` where the text does not say which: the direction decides. */
export type Which = 'last' | 'this' | 'next' | null;

/** So many of a unit; null where the number is vague ("a few"). */
export interface Amount {
  readonly n: number | null;
  readonly unit: Unit;
  /** "a few days": vague, but not open as "for days" is. */
  readonly few?: boolean;
}

export interface Clock {
  readonly kind: 'clock';
  /** 0–24. */
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  readonly half: 'am' | 'pm' | null;
  readonly utc: boolean;
}

export interface PartialDate {
  readonly kind: 'date';
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  /** "last November", "this May". */
  readonly which?: Which;
}

/** What a phrase says, before it is known when it was said. */
export type Expression =
  | { readonly kind: 'reference'; readonly value: Reference }
  /** The unit that holds the reference, moved by `shift`; `holding` another time: "week of May 5". */
  | {
      readonly kind: 'period';
      readonly unit: Unit;
      readonly shift: number;
      readonly holding?: Expression;
      /** "the following month", "that year": beside what was told last, not beside today. */
      readonly told?: boolean;
      /** With no more than an article: "the quarter". */
      readonly bare?: boolean;
    }
  | PartialDate
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which: Which;
      /** "coming Thursday", "this past Wednesday": the nearest one, whatever the week. */
      readonly nearest?: boolean;
      /** "Monday of next week". */
      readonly week?: Expression;
    }
  /** The n-th quarter, half, or a season. */
  | {
      readonly kind: 'cycle';
      readonly unit: 'quarter' | 'half' | 'season';
      readonly n: number;
      readonly which: Which;
      readonly year?: Expression;
    }
  /** `length` years from `first`; `first` below 100 is a decade of a century that is not named. */
  | { readonly kind: 'years'; readonly first: number; readonly length: 1 | 10 | 100 }
  | {
      readonly kind: 'holiday';
      readonly name: string;
      readonly which: Which;
      readonly year?: number;
      readonly weekend?: boolean;
    }
  /** "the first Friday of July", "the last week of 2016"; n < 0 counts from the end. */
  | {
      readonly kind: 'nth';
      readonly n: number;
      readonly count: number;
      readonly unit: Unit;
      readonly weekday: number | null;
      readonly of: Expression | null;
    }
  /** "the past two weeks": a stretch beside the reference. */
  | {
      readonly kind: 'span';
      readonly amounts: readonly Amount[];
      readonly toward: -1 | 1;
      readonly fromNow: boolean;
    }
  | {
      readonly kind: 'offset';
      readonly amounts: readonly Amount[];
      readonly sign: -1 | 1;
      readonly anchor: Expression | null;
      readonly weekday?: number;
      /** "three days later": from what was told last. */
      readonly told?: boolean;
      /** "in six years". */
      readonly within?: boolean;
      /** "less than two weeks from today": anywhere up to it. */
      readonly less?: boolean;
    }
  | {
      readonly kind: 'duration';
      readonly amounts: readonly Amount[];
      readonly starting?: Expression;
    }
  | { readonly kind: 'set'; readonly value: string }
  | Clock
  | {
      readonly kind: 'dayPart';
      readonly part: DayPart;
      readonly stretch: Stretch | null;
      readonly shift: number | null;
    }
  | { readonly kind: 'at'; readonly date: Expression; readonly time: Expression }
  | { readonly kind: 'stretch'; readonly stretch: Stretch; readonly of: Expression }
  | { readonly kind: 'range'; readonly first: Expression; readonly last: Expression };

/** An end of time that a preposition opens: "since May", "until Friday", "by noon". */
export type Bound = 'before' | 'after' | 'since' | 'until' | 'by';

/** A phrase found in a sentence: atoms `from`..`to` (exclusive); the bound's word stands before `from`. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly expression: Expression;
  readonly bound?: Bound;
  /** Where the phrase begins with its preposition, and where it ends with "or later". */
  readonly wideFrom: number;
  readonly wideTo: number;
  readonly approximate: boolean;
  /** The two ends of a range, as phrases of their own. */
  readonly ends?: readonly [Phrase, Phrase];
}
