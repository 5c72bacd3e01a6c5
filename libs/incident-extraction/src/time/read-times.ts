import { splitSentences } from '../text/sentences.js';
import { tokenize } from '../text/tokens.js';
import { instantOf, isoDateTime, type Instant } from './calendar.js';
import type { Bound } from './expression.js';
import { type FoundTime, findAll } from './find-all.js';
import type { Span, TimexType } from './span.js';
import { FEW } from './resolve.js';
import { secondsIn } from './units.js';

/** A time read in a text: UTF-16 offsets of its words, and what they mean by the local clock. */
export interface ReadTime {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** With its preposition and what bounds it: "since the end of 1989", "2018 or later". */
  readonly wide: { readonly start: number; readonly end: number };
  readonly type: TimexType;
  /** TIMEX3's value (TimeML 1.2.1). */
  readonly value: string;
  /** The unit that the words name. */
  readonly grain: string;
  /** False for a time of day whose day is not told, for durations and frequencies. */
  readonly dated: boolean;
  /** `YYYY-MM-DDTHH:MM:SS`, the end exclusive; null = open or not told. */
  readonly interval: { readonly start: string | null; readonly end: string | null };
  /** The very day or minute of "two months ago", where the interval is the month meant. */
  readonly exact: string | null;
  readonly part: string | null;
  readonly stretch: string | null;
  /** Seconds from midnight, where a clock's time is told. */
  readonly clock: number | null;
  /** Seconds of a duration: months of 30 days, years of 365, "a few" three; null of "for days". */
  readonly seconds: number | null;
  readonly bound: Bound | null;
  readonly approximate: boolean;
  /** Both ends of a range ("from Monday to Thursday"); else empty. */
  readonly ends: readonly ReadTime[];
}

export interface ReadTimesOptions {
  /** Where neither words nor verbs tell; by default the past, as in news. */
  readonly direction?: 'past' | 'future';
  /** The text is no news report: weekdays are counted by calendar weeks. */
  readonly plain?: boolean;
}

/** How much of a text is read for times, in UTF-16 code units. */
const MAX_LENGTH = 200_000;

/**
 * Every time of a text, read against when it was written (`YYYY-MM-DD`, with `THH:MM:SS` where known).
 * None without a valid reference.
 */
export function readTimes(
  text: string,
  reference: string,
  options: ReadTimesOptions = {},
): ReadTime[] {
  const at = instantOf(reference);
  if (Number.isNaN(at)) return [];
  const cut = text.slice(0, MAX_LENGTH);
  const context = { reference: at, direction: options.direction ?? null, news: !options.plain };
  let last: Span | null = null;
  return splitSentences(cut).flatMap((sentence) => {
    const tokens = tokenize(cut.slice(sentence.start, sentence.end), sentence.start);
    const found = findAll(tokens, { ...context, last });
    last = found.findLast(({ span }) => span.dated && span.start !== null)?.span ?? last;
    return found.map((each) => readOf(cut, each));
  });
}

const iso = (t: Instant | null): string | null => (t === null ? null : isoDateTime(t));

function readOf(text: string, found: FoundTime): ReadTime {
  const { span, phrase, start, end, wideStart, wideEnd } = found;
  return {
    words: text.slice(start, end),
    start,
    end,
    wide: { start: wideStart, end: wideEnd },
    type: span.type,
    value: span.value,
    grain: span.grain,
    dated: span.dated,
    interval: { start: iso(span.start), end: iso(span.end) },
    exact: span.exact === undefined ? null : isoDateTime(span.exact),
    part: span.part ?? null,
    stretch: span.stretch ?? null,
    clock: span.clock ?? null,
    seconds: secondsOf(span),
    bound: phrase.bound ?? null,
    approximate: phrase.approximate,
    ends: (found.ends ?? []).map((each) => readOf(text, each)),
  };
}

function secondsOf({ amounts }: Span): number | null {
  if (!amounts || amounts.some(({ n, few }) => n === null && !few)) return null;
  return amounts.reduce((sum, { n, unit }) => sum + (n ?? FEW) * secondsIn(unit), 0);
}
