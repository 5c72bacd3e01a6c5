import { type Atom, at, beginsWithDigit, touches } from './atoms.js';
import type { Bound, Expression, PartialDate } from './expression.js';
import { cardinalAt, ordinalAt, spelledYearAt, yearAt } from './numbers.js';

export interface Hit {
  readonly expression: Expression;
  readonly to: number;
  /** Where the words themselves leave one end open: "more than two weeks ago". */
  readonly bound?: Bound;
}
export type Reader = (a: readonly Atom[], i: number) => Hit | null;

/** "January 29, 2014", "29 January", "the 9th of May", "3 JAN 90", "May", "Friday, Feb. 28". */
export const readDate: Reader = (a, i) => {
  const named = weekdayAt(a, i);
  if (named) {
    const comma = at(a, named.to).low === ',' ? 1 : 0;
    const from = named.to + comma;
    const date = monthDayAt(a, from) ?? numericAt(a, from) ?? slashedAt(a, from);
    if (date && date.date.day !== undefined)
      return { expression: { ...date.date, weekday: named.weekday }, to: date.to };
    const day = dayNumberAt(a, named.to);
    const told = day && (/^\d/.test(at(a, day.to - 1).low) || at(a, named.to).low === 'the');
    if (day && told && !comma && isDayEnd(a, day.to))
      return {
        expression: { kind: 'date', day: day.n, weekday: named.weekday },
        to: day.to,
      };
    return null;
  }
  const date = monthDayAt(a, i) ?? numericAt(a, i) ?? yearMonthAt(a, i);
  return date && { expression: date.date, to: date.to };
};

/** "January of next year", "May this year"; "the month of May". */
export const readMonth: Reader = (a, i) => {
  const the = at(a, i).low === 'the' ? 1 : 0;
  const named = at(a, i + the).low === 'month' && at(a, i + the + 1).low === 'of';
  const whole = named ? readDate(a, i + the + 2) : null;
  if (whole?.expression.kind === 'date' && whole.expression.day === undefined) return whole;
  const month = named ? null : monthAt(a, i);
  return month && { expression: { kind: 'date', month: month.month }, to: month.to };
};

/** "2018 June", "2016, nov", "2015.3". */
function yearMonthAt(a: readonly Atom[], i: number): Dated | null {
  const year = yearAt(a, i);
  if (!year) return yearPointMonth(a, i);
  const comma = at(a, i + 1).low === ',' ? 1 : 0;
  const from = i + 1 + comma;
  const month = monthAt(a, from);
  if (!month || (!at(a, from).capital && AMBIGUOUS.test(at(a, from).low))) return null;
  // "In 2016, May resigned": behind a comma the month must end the clause.
  if (comma && (AMBIGUOUS.test(at(a, from).low) || month.to < a.length)) return null;
  if (yearAt(a, month.to) || dayNumberAt(a, month.to)) return null;
  return { date: { kind: 'date', year, month: month.month }, to: month.to };
}

const AMBIGUOUS = /^(?:may|march)$/;

function yearPointMonth(a: readonly Atom[], i: number): Dated | null {
  if (!beginsWithDigit(at(a, i).low)) return null;
  const read = /^((?:19|20)\d\d)\.(\d{1,2})$/.exec(at(a, i).low);
  const month = Number(read?.[2]);
  if (!(month >= 1 && month <= 12) || !isClauseEnd(a, i + 1)) return null;
  return { date: { kind: 'date', year: Number(read![1]), month }, to: i + 1 };
}

interface Dated {
  readonly date: PartialDate;
  readonly to: number;
}

/** A weekday's name; its short forms must be written as names are. */
export function weekdayAt(a: readonly Atom[], i: number): { weekday: number; to: number } | null {
  const { word, low, capital } = at(a, i);
  if (word?.weekday === undefined) return null;
  if (low.length > 5) return { weekday: word.weekday, to: i + 1 };
  const lead = /^(?:on|next|this|last|every|by|until)$/.test(at(a, i - 1).low);
  const hour = /^\d{1,2}(?::\d\d)?$/.test(at(a, i + 1).low);
  if (!capital && (low === 'sun' || low === 'sat' || !(lead || hour))) return null;
  if (at(a, i + 1).low === '.' && touches(a, i + 1)) return { weekday: word.weekday, to: i + 2 };
  // "Sun" and "Sat" are words of their own; without a stop only what follows tells.
  if (
    (low === 'sun' || low === 'sat') &&
    !Number.isFinite(at(a, i + 1).number) &&
    !(lead && at(a, i + 1).low === 'at') &&
    !(
      at(a, i + 1).low === ',' &&
      (at(a, i + 2).word?.month || Number.isFinite(at(a, i + 2).number))
    )
  )
    return null;
  return { weekday: word.weekday, to: i + 1 };
}

/** A month's name; "may", "march" and short forms must be written as names are or stand by a number. */
export function monthAt(a: readonly Atom[], i: number): { month: number; to: number } | null {
  const { word, low, capital } = at(a, i);
  if (word?.month === undefined) return null;
  // A stop that ends the sentence is none of the abbreviation's.
  const stop = at(a, i + 1).low === '.' && touches(a, i + 1) && i + 2 < a.length;
  const dot = stop && (low.length <= 4 || touches(a, i + 2)) ? 1 : 0;
  if (!capital && (low.length <= 4 || low === 'march')) {
    const next = at(a, i + 1 + dot);
    const beside =
      ordinalAt(a, i + 1 + dot) !== null ||
      Number.isFinite(next.number) ||
      Number.isFinite(at(a, i - 1).number) ||
      /^\d+(?:st|nd|rd|th)$/.test(at(a, i - 1).low) ||
      at(a, i - 1).low === 'of' ||
      (low === 'may' && IN.test(at(a, i - 1).low)) ||
      at(a, i - 1).word?.shift !== undefined ||
      yearAt(a, at(a, i - 1).low === ',' ? i - 2 : i - 1) !== null ||
      cardinalAt(a, i + 1) !== null;
    if (!beside) return null;
  }
  return isName(a, i, dot) ? { month: word.month, to: i + 1 + dot } : null;
}

/** "May I ask", "the March for Life", "Jan Kavan" are no months. */
function isName(a: readonly Atom[], i: number, dot: number): boolean {
  const { low, capital } = at(a, i);
  const next = at(a, i + 1);
  if (next.low === 'the' && ordinalAt(a, i + 2)) return true;
  if (low === 'may' && /^(?:i|we|he|she|they|it|you|be|not|the|have)$/.test(next.low)) return false;
  if (low === 'march')
    return !/^(?:of|for|on|to|by|through|against)$/.test(next.low) || IN.test(at(a, i - 1).low);
  const short = low.length <= 3 && low !== 'may' && !dot && capital;
  return !short || !next.capital || next.word?.month !== undefined || IN.test(at(a, i - 1).low);
}

const IN =
  /^(?:in|since|until|by|last|this|next|from|of|early|late|mid|between|through|\d+(?:st|nd|rd|th)?)$/;

/** A day of the month: "5", "5th", "fifth", "twenty one". */
export function dayNumberAt(a: readonly Atom[], i: number): { n: number; to: number } | null {
  const from = at(a, i).low === 'the' ? i + 1 : i;
  const { number, low } = at(a, from);
  const digits = Number.isInteger(number) && low.length <= 2 ? { n: number, to: from + 1 } : null;
  const day = digits ?? ordinalAt(a, from) ?? cardinalAt(a, from);
  if (!day || day.n < 1 || day.n > 31) return null;
  if (digits && at(a, day.to).low === ':' && touches(a, day.to) && touches(a, day.to + 1))
    return null;
  return day;
}

/** Nothing follows a day's number that would make it count something. */
function isDayEnd(a: readonly Atom[], i: number): boolean {
  const { low, word } = at(a, i);
  if (low === '') return true;
  if (low === '-' || low === ':' || low === '/' || low === '%') return false;
  if (/^(?:am|pm|a\.m\.|p\.m\.|a|p)$/.test(low)) return false;
  return !word?.unit;
}

function monthDayAt(a: readonly Atom[], i: number): Dated | null {
  const first = monthAt(a, i);
  if (first) return afterMonth(a, first.month, first.to);
  const day = /^[$€£]$/.test(at(a, i - 1).low) ? null : dayNumberAt(a, i);
  if (!day) return null;
  const day2 = at(a, day.to).low === 'day' ? day.to + 1 : day.to;
  const of = at(a, day2).low === 'of' || at(a, day2).low === '-' || at(a, day2).low === '/' ? 1 : 0;
  const month = monthAt(a, day2 + of);
  // "one may" and "the third march" count; "May" is a name beside a numeral only.
  if (!month || (cardinalAt(a, i) && at(a, day2 + of).low === 'may')) return null;
  return withYear(a, { kind: 'date', month: month.month, day: day.n }, month.to, true);
}

function afterMonth(a: readonly Atom[], month: number, to: number): Dated {
  const the = at(a, to).low === 'the' && ordinalAt(a, to + 1) ? 1 : 0;
  const dash = (at(a, to).low === '/' || at(a, to).low === '-') && touches(a, to) ? 1 : 0;
  const day = dayNumberAt(a, to + the + dash);
  const date: PartialDate = { kind: 'date', month };
  const spelled = spelledYearAt(a, to);
  if (spelled) return { date: { ...date, year: spelled.n }, to: spelled.to };
  if (day && isDayOfMonth(a, day.to)) return withYear(a, { ...date, day: day.n }, day.to, false);
  const comma = at(a, to).low === ',' || at(a, to).low === 'of' ? 1 : 0;
  const year = yearIn(a, to + comma + dash);
  if (!year) return { date, to };
  const dayAfter = at(a, year.to).low === '-' ? dayNumberAt(a, year.to + 1) : null;
  if (dash && dayAfter)
    return { date: { ...date, year: year.n, day: dayAfter.n }, to: dayAfter.to };
  return { date: { ...date, year: year.n }, to: year.to };
}

/** "May 5:30" and "May 5 million" are no days. */
function isDayOfMonth(a: readonly Atom[], i: number): boolean {
  const { low } = at(a, i);
  return (
    !(low === ':' && touches(a, i) && touches(a, i + 1)) &&
    !/^(?:million|billion|percent|%)$/.test(low)
  );
}

const yearIn = (a: readonly Atom[], i: number): { n: number; to: number } | null => {
  const year = yearAt(a, i);
  return year ? { n: year, to: i + 1 } : spelledYearAt(a, i);
};

/** The year after a day: "5, 2015", "5 of 2015"; "JAN 90" where the day went before the month. */
function withYear(a: readonly Atom[], date: PartialDate, to: number, short: boolean): Dated {
  const { low } = at(a, to);
  const skip = /^[,/-]$/.test(low) || low === 'of' || low === 'in' ? 1 : 0;
  const year = yearIn(a, to + skip);
  if (year) return { date: { ...date, year: year.n }, to: year.to };
  const short2 = shortYearAt(a, to + (low === ',' ? 1 : 0));
  if (short2) return { date: { ...date, year: short2 }, to: to + (low === ',' ? 3 : 2) };
  const two = at(a, to);
  if (short && two.low.length === 2 && two.number >= 50) {
    return { date: { ...date, year: 1_900 + two.number }, to: to + 1 };
  }
  return { date, to };
}

/** "'16", "’98": the two digits that the century is left out of. */
export function shortYearAt(a: readonly Atom[], i: number): number | null {
  const { low, number } = at(a, i + 1);
  if (!/^['’‘]$/.test(at(a, i).low) || !touches(a, i + 1) || !/^\d\d$/.test(low)) return null;
  return touches(a, i + 2) && /^(?:s|'s)$/.test(at(a, i + 2).low) ? null : fullYear(number);
}

/** Two digits are of the hundred years around now, as POSIX' `%y` roughly has it. */
const fullYear = (n: number): number => (n < 50 ? 2_000 : 1_900) + n;

const SEPARATORS = /^[/.-]$/;

/** "1/29/2014", "29/1/2014", "2014-01-29", "13.5.2015", "3-7-27", "22/Jan/2019", "2016/11", "20161016". */
function numericAt(a: readonly Atom[], i: number): Dated | null {
  if (!beginsWithDigit(at(a, i).low)) return null;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(at(a, i).low);
  if (dotted) return ordered(Number(dotted[1]), Number(dotted[2]), Number(dotted[3]), i + 1);
  const pointed = /^((?:19|20)\d{2})\.(\d{1,2})\.(\d{1,2})$/.exec(at(a, i).low);
  if (pointed) return ymd(Number(pointed[1]), Number(pointed[2]), Number(pointed[3]), i + 1);
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(at(a, i).low);
  if (compact) return ymd(Number(compact[1]), Number(compact[2]), Number(compact[3]), i + 1);
  const first = at(a, i).number;
  const mark = at(a, i + 1).low;
  if (!Number.isInteger(first) || !SEPARATORS.test(mark)) return null;
  if (at(a, i - 1).low === mark && !Number.isNaN(at(a, i - 2).number)) return null;
  const year = yearAt(a, i);
  const second = at(a, i + 2);
  const named = second.word?.month;
  const tight = touches(a, i + 1) && touches(a, i + 2);
  const third = at(a, i + 3).low === mark && touches(a, i + 4) ? at(a, i + 4).number : NaN;
  if (!year && !tight)
    return mark !== '.' && monthOf(first) && yearAt(a, i + 2) && isClauseEnd(a, i + 3)
      ? { date: { kind: 'date', year: second.number, month: first }, to: i + 3 }
      : null;
  const digits = at(a, i).low.length;
  if (named !== undefined) {
    if (year && third <= 31) return ymd(year, named, third, i + 5);
    if (!year && yearAt(a, i + 4)) return ymd(third, named, first, i + 5);
    return null;
  }
  if (!Number.isInteger(second.number) || second.low.length > 4) return null;
  if (Number.isInteger(third)) {
    if (at(a, i + 5).low === mark && touches(a, i + 5) && !Number.isNaN(at(a, i + 6).number))
      return null;
    if (year) return ymd(year, second.number, third, i + 5);
    return digits <= 2 && /^\d{2}(?:\d{2})?$/.test(at(a, i + 4).low)
      ? ordered(first, second.number, third, i + 5)
      : null;
  }
  if (year && second.number >= 1 && second.number <= 12 && mark !== '.')
    return { date: { kind: 'date', year, month: second.number }, to: i + 3 };
  if (digits <= 2 && first >= 1 && first <= 12 && yearAt(a, i + 2) && mark !== '.')
    return { date: { kind: 'date', year: second.number, month: first }, to: i + 3 };
  return null;
}

const monthOf = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 12;

/** Month first, as the sources of this language mostly write it; the day first where it must be. */
function ordered(first: number, second: number, year: number, to: number): Dated | null {
  const full = year < 100 ? fullYear(year) : year;
  return first > 12 ? ymd(full, second, first, to) : ymd(full, first, second, to);
}

function ymd(year: number, month: number, day: number, to: number): Dated | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { date: { kind: 'date', year, month, day }, to };
}

/** "Friday 7/6"; "Monday 11-4" are hours. */
const slashedAt = (a: readonly Atom[], i: number): Dated | null =>
  at(a, i + 1).low === '/' ? monthAndDayAt(a, i) : null;

/** "7/6", "7-6", "29/2": a month and a day in digits, whichever way round the calendar allows. */
export function monthAndDayAt(a: readonly Atom[], i: number): Dated | null {
  const mark = at(a, i + 1).low;
  if ((mark !== '/' && mark !== '-') || !touches(a, i + 1) || !touches(a, i + 2)) return null;
  if (at(a, i + 3).low === mark && touches(a, i + 3) && !Number.isNaN(at(a, i + 4).number))
    return null;
  return ordered2(at(a, i), at(a, i + 2), i + 3);
}

function ordered2(one: Atom, two: Atom, to: number): Dated | null {
  if (one.low.length > 2 || two.low.length > 2) return null;
  const swapped = one.number > 12;
  const [month, day] = swapped ? [two.number, one.number] : [one.number, two.number];
  if (!monthOf(month) || !(Number.isInteger(day) && day >= 1 && day <= 31)) return null;
  return { date: { kind: 'date', month, day }, to };
}

/** What comes after a noun phrase, not inside one. */
export function isClauseEnd(a: readonly Atom[], i: number): boolean {
  return (
    i >= a.length ||
    /^(?:[.,;:!?)”"]|at|in|on|and|or|to|between|from|for|when|after|before|by|with|as|but|that|which|who|while|until|through|till|is|was|were|will|has|had|around|about)$/.test(
      a[i]!.low,
    )
  );
}
