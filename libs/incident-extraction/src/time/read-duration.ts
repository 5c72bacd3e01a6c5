import { type Atom, at } from './atoms.js';
import type { Amount, Bound, Expression } from './expression.js';
import { countAt, type Counted, yearAt } from './numbers.js';
import { isClauseEnd, readDate, type Hit, type Reader, weekdayAt } from './read-date.js';
import { readHoliday } from './read-holiday.js';
import { readCycle } from './read-cycle.js';
import { readPeriod, readWeekday, shiftAt, unitAt } from './read-period.js';
import { readShortDate } from './read-short-date.js';
import { readYear } from './read-year.js';

interface Amounts {
  readonly amounts: Amount[];
  readonly to: number;
  /** Written as one word: "two-day". */
  readonly compound: boolean;
}

/** "three days", "a few years", "2 years 1 month and 21 days", "an hour and a half", "16-hour". */
export function amountsAt(a: readonly Atom[], i: number, ago = true): Amounts | null {
  const first = amountAt(a, i);
  if (!first) return null;
  const amounts = [first.amount];
  let to = halfMore(a, first, amounts);
  for (;;) {
    const and = /^(?:and|,)$/.test(at(a, to).low) ? 1 : 0;
    const next = amountAt(a, to + and);
    if (!next || next.amount.unit === first.amount.unit || next.article) break;
    // "for the last 3 months and 2 days ago": the second is a time of its own.
    if (and && !ago && AGO.test(at(a, next.to).low)) break;
    amounts.push(next.amount);
    to = next.to;
  }
  return { amounts, to, compound: first.compound };
}

interface One {
  readonly amount: Amount;
  readonly to: number;
  readonly article: boolean;
  readonly compound: boolean;
}

function amountAt(a: readonly Atom[], i: number): One | null {
  const count = countAt(a, i) ?? manyAt(a, i);
  if (!count) return null;
  // "the 1988 quarter" and "three-quarters" count nothing.
  if (yearAt(a, i) && !at(a, i + 1).word?.plural) return null;
  const compound = at(a, count.to).low === '-' && at(a, count.to + 1).word?.unit !== undefined;
  const unit = unitAt(a, compound ? count.to + 1 : count.to);
  if (!unit) return null;
  const article = /^an?$/.test(at(a, i).low);
  // "second" with an article is an ordinal; "a quarter" a fourth.
  if (
    article &&
    (unit.unit === 'quarter' ||
      unit.unit === 'season' ||
      (unit.unit === 'second' && !/^(?:ago|later)$/.test(at(a, unit.to).low)))
  )
    return null;
  if (unit.unit === 'quarter' && compound && unit.plural) return null;
  if (unit.unit === 'night' && !unit.plural && !compound && !article) return null;
  if (unit.unit === 'second' && !unit.plural && count.n !== null && !compound) return null;
  const amount = { n: count.n, unit: unit.unit, ...(count.n === null && { few: true }) };
  return { amount, to: unit.to, article, compound };
}

/** "another", "the next" and such are the caller's. */
function manyAt(a: readonly Atom[], i: number): Counted | null {
  return at(a, i).low === 'another' ? { n: 1, to: i + 1 } : null;
}

/** "an hour and a half". */
function halfMore(a: readonly Atom[], { amount, to }: One, amounts: Amount[]): number {
  if (at(a, to).low !== 'and' || at(a, to + 1).low !== 'a' || at(a, to + 2).low !== 'half')
    return to;
  if (amount.n !== null) amounts[0] = { ...amount, n: amount.n + 0.5 };
  return to + 3;
}

const AGO = /^(?:ago|earlier|previously|before)$/;
const LATER = /^(?:later|hence|afterwards?)$/;

/** "two weeks ago", "3 weeks later", "two days after Easter", "for three days", "two-week", "in 3 years". */
export const readDuration: Reader = (a, i) => {
  const { low } = at(a, i);
  if (low === 'in' || low === 'within') return ahead(a, i);
  const loose = /^(?:more|less|at|up|almost|nearly|over|under|fewer)$/.test(low);
  const more = loose ? loosely(a, i) : i;
  const read = amountsAt(a, more);
  if (!read) return weekdaysAway(a, i) ?? unitBeside(a, i) ?? bareUnits(a, i);
  const { to } = read;
  if (isAge(a, more, to)) return null;
  const hit = beside(a, read);
  if (!hit) return null;
  const { expression } = hit;
  if (!loose || expression.kind !== 'offset' || more === i) return hit;
  return limited(expression, low, hit.to);
};

/** "more than two weeks ago" is open, "less than two weeks from now" lies between. */
function limited(e: Extract<Expression, { kind: 'offset' }>, low: string, to: number): Hit {
  if (/^(?:less|under|fewer)$/.test(low)) return { expression: { ...e, less: true }, to };
  const bound: Bound = e.sign < 0 ? 'until' : 'since';
  return { expression: e, to, ...(/^(?:more|over)$/.test(low) && { bound }) };
}

/** What an amount is counted from: "ago", "later", "from now", "after Easter", "starting today"; or nothing. */
function beside(a: readonly Atom[], { amounts, to }: Amounts): Hit | null {
  const after = at(a, to).low;
  if (
    AGO.test(after) &&
    !(after === 'before' && !isClauseEnd(a, to + 1)) &&
    !(after === 'earlier' && at(a, to + 1).low === 'than')
  )
    return onWeekday(
      a,
      { kind: 'offset', amounts, sign: -1, anchor: null, told: after !== 'ago' },
      to + 1,
    );
  if (LATER.test(after))
    return {
      expression: { kind: 'offset', amounts, sign: 1, anchor: null, told: true },
      to: to + 1,
    };
  if (after === 'from' && at(a, to + 1).low === 'now')
    return onWeekday(a, { kind: 'offset', amounts, sign: 1, anchor: null }, to + 2);
  if (after === 'in' && at(a, to + 1).low === 'the' && at(a, to + 2).low === 'future')
    return { expression: { kind: 'span', amounts, toward: 1, fromNow: false }, to: to + 3 };
  if (after === 'after' || after === 'before' || after === 'from') {
    const anchor = anchorAt(a, to + 1);
    if (anchor)
      return onWeekday(
        a,
        { kind: 'offset', amounts, sign: after === 'before' ? -1 : 1, anchor: anchor.expression },
        anchor.to,
      );
  }
  const starting = startingAt(a, to);
  const anchor = starting > 0 ? anchorAt(a, starting) : null;
  if (anchor)
    return {
      expression: { kind: 'duration', amounts, starting: anchor.expression },
      to: anchor.to,
    };
  return { expression: { kind: 'duration', amounts }, to };
}

/** Past "starting", "beginning on", ", from": where what an amount begins with stands; -1 without. */
function startingAt(a: readonly Atom[], i: number): number {
  const { low } = at(a, i);
  if (low === ',' && at(a, i + 1).low === 'from') return i + 2;
  if (!/^(?:starting|beginning|commencing)$/.test(low)) return -1;
  return /^(?:from|on|at)$/.test(at(a, i + 1).low) ? i + 2 : i + 1;
}

/** "at least", "more than", "up to" before an amount. */
function loosely(a: readonly Atom[], i: number): number {
  const two = /^(?:than|least|most|to)$/.test(at(a, i + 1).low);
  const { low } = at(a, i);
  if (/^(?:more|less|fewer|at|up)$/.test(low)) return two ? i + 2 : i;
  return i + 1;
}

/** "a 25-year-old", "three years old", "aged two years". */
function isAge(a: readonly Atom[], from: number, to: number): boolean {
  return (
    at(a, to).low === 'old' ||
    (at(a, to).low === '-' && at(a, to + 1).low === 'old') ||
    at(a, from - 1).low === 'aged'
  );
}

function onWeekday(
  a: readonly Atom[],
  offset: Extract<Expression, { kind: 'offset' }>,
  to: number,
): Hit {
  // "nine years ago today".
  const day = at(a, to).word?.dayWord === undefined ? null : anchorAt(a, to);
  if (day && !offset.told && !offset.anchor)
    return { expression: { ...offset, anchor: day.expression }, to: day.to };
  const named = at(a, to).low === 'on' ? weekdayAt(a, to + 1) : null;
  return named
    ? { expression: { ...offset, weekday: named.weekday }, to: named.to }
    : { expression: offset, to };
}

function anchorAt(a: readonly Atom[], i: number): Hit | null {
  const day = at(a, i).word?.dayWord;
  if (day !== undefined)
    return { expression: { kind: 'period', unit: 'day', shift: day }, to: i + 1 };
  if (at(a, i).low === 'now')
    return { expression: { kind: 'reference', value: 'PRESENT_REF' }, to: i + 1 };
  const found = readDate(a, i) ?? readWeekday(a, i) ?? readHoliday(a, i);
  if (found) return found;
  const period = at(a, i).low === 'the' ? null : readPeriod(a, i);
  return period ?? (at(a, i).low === 'the' ? readShortDate(a, i) : null);
}

/** "in 5 minutes", "within 9 months", "within the next 10 months". */
function ahead(a: readonly Atom[], i: number): Hit | null {
  const within = at(a, i).low === 'within';
  const the = at(a, i + 1).low === 'the' ? 1 : 0;
  const lead = within ? shiftAt(a, i + 1 + the) : null;
  const named = within ? null : weekdaysAway(a, i + 1);
  if (named) return named;
  const read = amountsAt(a, lead?.to ?? i + 1) ?? (lead ? unitsAfter(a, lead.to) : null);
  if (!read || read.compound || (lead && lead.shift === 0)) return null;
  const { low } = at(a, read.to);
  if (low === 'of' || AGO.test(low)) return null;
  // "within two weeks of Easter", "in two years since 2011".
  const from = /^(?:from|since|after)$/.test(low) ? read.to + 1 : -1;
  const anchor = from > 0 ? (anchorAt(a, from) ?? readYear(a, from)) : null;
  const { amounts } = read;
  if (anchor)
    return {
      expression: {
        kind: 'offset',
        amounts,
        sign: 1,
        anchor: anchor.expression,
        ...(within && { less: true }),
      },
      to: anchor.to,
    };
  if (within)
    return {
      expression: {
        kind: 'span',
        amounts: read.amounts,
        toward: lead && lead.shift < 0 ? -1 : 1,
        fromNow: true,
      },
      to: read.to,
    };
  return onWeekday(
    a,
    { kind: 'offset', amounts: read.amounts, sign: 1, anchor: null, within: true },
    read.to,
  );
}

/** "days", "weeks" with no number, where nothing else makes them part of a name. */
function bareUnits(a: readonly Atom[], i: number): Hit | null {
  const { word, low } = at(a, i);
  const all = /^(?:all|whole|entire)$/.test(low) ? unitAt(a, i + 1) : null;
  if (all && !all.plural)
    return { expression: { kind: 'duration', amounts: [{ n: 1, unit: all.unit }] }, to: all.to };
  const before = at(a, i - 1);
  const counted = Number.isFinite(before.number) || before.word?.cardinal !== undefined;
  if (!word?.unit || !word.plural || low.length < 4 || counted) return null;
  if (/^(?:ago|later|earlier)$/.test(at(a, i + 1).low))
    return {
      expression: {
        kind: 'reference',
        value: at(a, i + 1).low === 'later' ? 'FUTURE_REF' : 'PAST_REF',
      },
      to: i + 2,
    };
  return /^(?:nights|seconds|minutes|quarters|weekends)$/.test(low)
    ? null
    : { expression: { kind: 'duration', amounts: [{ n: null, unit: word.unit }] }, to: i + 1 };
}

/** "the past two weeks", "last few days", "next 4 business days", "the 2 upcoming months", "the first nine months". */
export const readSpan: Reader = (a, i) => {
  const the = at(a, i).low === 'the' ? 1 : 0;
  const lead = shiftAt(a, i + the);
  if (lead) {
    const most = lead.to;
    const read = amountsAt(a, most, false);
    if (!read || read.compound || at(a, most).low === 'a' || lead.shift === 0) return null;
    return {
      expression: {
        kind: 'span',
        amounts: read.amounts,
        toward: lead.shift < 0 ? -1 : 1,
        fromNow: false,
      },
      to: read.to,
    };
  }
  if (the && at(a, i + 1).word?.ordinal === 1) {
    const read = amountsAt(a, i + 2);
    return read && read.amounts[0]!.n !== 1
      ? { expression: { kind: 'duration', amounts: read.amounts }, to: read.to }
      : null;
  }
  const count = countAt(a, i + the);
  if (!count || (at(a, i).low === 'a' && count.n === 1)) return null;
  const shift = at(a, count.to).word?.shift;
  const unit = shift !== undefined && shift !== 0 ? unitAt(a, count.to + 1) : null;
  if (!unit) return the ? theAmount(a, i) : null;
  const amounts = [{ n: count.n, unit: unit.unit }];
  return {
    expression: { kind: 'span', amounts, toward: shift! < 0 ? -1 : 1, fromNow: false },
    to: unit.to,
  };
};

/** "the nine months", "the two-year period". */
function theAmount(a: readonly Atom[], i: number): Hit | null {
  const read = amountsAt(a, i + 1);
  return read && !isAge(a, i, read.to)
    ? { expression: { kind: 'duration', amounts: read.amounts }, to: read.to }
    : null;
}

/** "recent weeks", "the recent past", "these days". */
export const readRecent: Reader = (a, i) => {
  const { low } = at(a, i);
  if (low === 'the' || low === 'year' || low === 'latest')
    return reported(a, low === 'the' ? i + 1 : i);
  const unit = at(a, i + 1).word;
  if (low === 'recent' && unit?.unit && unit.plural)
    return { expression: { kind: 'reference', value: 'PAST_REF' }, to: i + 2 };
  if (low === 'these' && at(a, i + 1).low === 'days')
    return { expression: { kind: 'reference', value: 'PRESENT_REF' }, to: i + 2 };
  if (low === 'coming' && unit?.unit && unit.plural)
    return { expression: { kind: 'duration', amounts: [{ n: null, unit: unit.unit }] }, to: i + 2 };
  return null;
};

/** "the latest quarter", "the year-earlier quarter": the one that was reported last, and a year before it. */
function reported(a: readonly Atom[], i: number): Hit | null {
  const dash = at(a, i + 1).low === '-' ? 1 : 0;
  const ago = at(a, i).low === 'year' && /^(?:ago|earlier)$/.test(at(a, i + 1 + dash).low);
  const from = ago ? i + 2 + dash : i + 1;
  if (!ago && at(a, i).low !== 'latest') return null;
  const { low } = at(a, from);
  if (low === 'quarter' || low === 'period')
    return { expression: { kind: 'period', unit: 'quarter', shift: ago ? -5 : -1 }, to: from + 1 };
  const cycle = ago ? readCycle(a, from) : null;
  if (cycle?.expression.kind !== 'cycle') return null;
  return {
    expression: { ...cycle.expression, year: { kind: 'period', unit: 'year', shift: -1 } },
    to: cycle.to,
  };
}

/** "two Sundays from now", "three Fridays ago", "in two Mondays". */
function weekdaysAway(a: readonly Atom[], i: number): Hit | null {
  const count = countAt(a, i);
  const plural = count?.n ? at(a, count.to) : null;
  const weekday = plural?.low.endsWith('s') ? WEEKDAYS.get(plural.low.slice(0, -1)) : undefined;
  if (!count?.n || weekday === undefined) return null;
  const after = at(a, count.to + 1).low;
  const ago = after === 'ago';
  const ahead =
    (after === 'from' && at(a, count.to + 2).low === 'now') || at(a, i - 1).low === 'in';
  if (!ago && !ahead) return null;
  const to = count.to + (ago ? 2 : after === 'from' ? 3 : 1);
  const first: Expression = {
    kind: 'weekday',
    weekday,
    which: ago ? 'last' : 'next',
    nearest: true,
  };
  if (count.n === 1) return { expression: first, to };
  const amounts = [{ n: count.n - 1, unit: 'week' as const }];
  return { expression: { kind: 'offset', amounts, sign: ago ? -1 : 1, anchor: first }, to };
}

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  'sunday monday tuesday wednesday thursday friday saturday'.split(' ').map((day, n) => [day, n]),
);

/** "the day after Christmas", "the week before Easter": one of the unit beside a day that is named. */
function unitBeside(a: readonly Atom[], i: number): Hit | null {
  const the = at(a, i).low === 'the' ? 1 : 0;
  const { low, word } = at(a, i + the);
  const side = at(a, i + the + 1).low;
  if (!/^(?:day|week|month|year)$/.test(low) || !/^(?:before|after)$/.test(side)) return null;
  const from = i + the + 2;
  const anchor = readDate(a, from) ?? readHoliday(a, from);
  if (!anchor || (anchor.expression.kind === 'date' && anchor.expression.day === undefined))
    return null;
  const amounts = [{ n: 1, unit: word!.unit! }];
  const sign = side === 'before' ? -1 : 1;
  return {
    expression: { kind: 'offset', amounts, sign, anchor: anchor.expression },
    to: anchor.to,
  };
}

/** "the next day and 5 hours": one of the unit, and more. */
function unitsAfter(a: readonly Atom[], i: number): Amounts | null {
  const unit = unitAt(a, i);
  const more = unit && at(a, unit.to).low === 'and' ? amountsAt(a, unit.to + 1) : null;
  if (!unit || unit.plural || !more) return null;
  return {
    amounts: [{ n: 1, unit: unit.unit }, ...more.amounts],
    to: more.to,
    compound: false,
  };
}
