import { type Atom, at } from './atoms.js';
import type { Expression, PartialDate } from './expression.js';
import { countAt, ordinalAt } from './numbers.js';
import { type Hit, readDate, readMonth, type Reader, weekdayAt } from './read-date.js';
import { readPeriod, unitAt } from './read-period.js';
import { readYear } from './read-year.js';

/** "the first Friday of July", "last week of 2016", "the 20th of next month", "31st of this month". */
export const readNth: Reader = (a, i) => {
  const month = readMonth(a, i);
  if (month) return monthOfYear(a, month);

  const the = at(a, i).low === 'the' ? 1 : 0;
  const last = /^(?:last|final)$/.test(at(a, i + the).low);
  const ordinal = last ? { n: -1, to: i + the + 1 } : ordinalAt(a, i + the);
  if (!ordinal) return null;
  const many = countAt(a, ordinal.to);
  const from = many?.n ? many.to : ordinal.to;
  const count = many?.n ?? 1;
  const named = weekdayAt(a, from);
  const unit = named ? null : unitAt(a, from);
  const to = named?.to ?? unit?.to ?? ordinal.to;
  if (unit && (unit.plural !== count > 1 || unit.unit === 'quarter')) return null;
  // "the 15th day of next month", "last Monday April".
  const day = !named && unit === null && at(a, to).low === 'day' ? 1 : 0;
  const of = wholeAt(a, to + day) ?? (named ? bareMonth(a, to) : null);
  if (!of) {
    if (!named || last) return null;
    const expression: Expression = {
      kind: 'nth',
      n: ordinal.n,
      count,
      unit: 'day',
      weekday: named.weekday,
      of: null,
    };
    return { expression, to };
  }
  if (!named && !unit && (last || ordinal.n > 31)) return null;
  const expression: Expression = {
    kind: 'nth',
    n: ordinal.n,
    count,
    unit: unit?.unit ?? 'day',
    weekday: named?.weekday ?? null,
    of: of.expression,
  };
  return { expression, to: of.to };
};

/** "January of next year" is its first month; "the month of May" is May. */
function monthOfYear(a: readonly Atom[], month: Hit): Hit | null {
  const e = month.expression as PartialDate;
  const year = readPeriod(a, /^(?:of|in)$/.test(at(a, month.to).low) ? month.to + 1 : month.to);
  if (
    e.year !== undefined ||
    year?.expression.kind !== 'period' ||
    year.expression.unit !== 'year' ||
    year.expression.bare
  )
    return month;
  const of = year.expression;
  return {
    expression: { kind: 'nth', n: e.month!, count: 1, unit: 'month', weekday: null, of },
    to: year.to,
  };
}

const bareMonth = (a: readonly Atom[], i: number): Hit | null => {
  const date = at(a, i).word?.month ? readDate(a, i) : null;
  return date?.expression.kind === 'date' && date.expression.day === undefined ? date : null;
};

/** "of July", "in this month", "of 2016", "this month". */
function wholeAt(a: readonly Atom[], i: number): Hit | null {
  const of = /^(?:of|in)$/.test(at(a, i).low) ? 1 : 0;
  const the = at(a, i + of).low === 'the' && at(a, i + of + 1).word?.shift !== undefined ? 1 : 0;
  const period = readPeriod(a, i + of + the);
  if (
    period?.expression.kind === 'period' &&
    !/^(?:day|minute|hour)$/.test(period.expression.unit)
  ) {
    return of || period.expression.shift !== 0 || at(a, i).low === 'this' ? period : null;
  }
  if (!of) return null;
  const date = readDate(a, i + 1);
  if (date?.expression.kind === 'date' && date.expression.day === undefined) return date;
  return readYear(a, i + 1);
}
