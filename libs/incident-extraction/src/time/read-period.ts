import { type Atom, at } from './atoms.js';
import type { Expression, Which } from './expression.js';
import { whichOf } from './lexicon.js';
import { countAt, ordinalAt, yearAt } from './numbers.js';
import { readDate, type Hit, type Reader, weekdayAt } from './read-date.js';
import { readYear } from './read-year.js';
import type { Unit } from './units.js';

/** "Friday", "last Friday", "this coming Sunday", "Monday of next week", "next week on Friday". */
export const readWeekday: Reader = (a, i) => {
  const lead = shiftAt(a, i);
  const from = lead?.to ?? i;
  const named = weekdayAt(a, from);
  if (!named) return lead?.shift !== undefined ? weekThenDay(a, i) : null;
  const { weekday } = named;
  const of = at(a, named.to).low === 'of' ? named.to + 1 : named.to;
  const week = readPeriod(a, of);
  if (
    week?.expression.kind === 'period' &&
    week.expression.unit === 'week' &&
    week.expression.shift !== 0 &&
    !lead
  )
    return {
      expression: { kind: 'weekday', weekday, which: null, week: week.expression },
      to: week.to,
    };
  const which: Which = lead ? whichOf(lead.shift) : null;
  return {
    expression: { kind: 'weekday', weekday, which, nearest: lead?.nearest ?? false },
    to: named.to,
  };
};

/** "next week on Friday", "previous week - Monday", "this week Monday". */
function weekThenDay(a: readonly Atom[], i: number): Hit | null {
  const week = readPeriod(a, i);
  if (week?.expression.kind !== 'period' || week.expression.unit !== 'week') return null;
  const skip = /^(?:on|-|,)$/.test(at(a, week.to).low) ? 1 : 0;
  const named = weekdayAt(a, week.to + skip);
  return (
    named && {
      expression: { kind: 'weekday', weekday: named.weekday, which: null, week: week.expression },
      to: named.to,
    }
  );
}

interface Shift {
  readonly shift: number;
  readonly to: number;
  readonly nearest: boolean;
}

/** "last", "this past", "the coming", "that same". The article is the caller's. */
export function shiftAt(a: readonly Atom[], i: number): Shift | null {
  const { low, word } = at(a, i);
  if (low === 'this') {
    const next = at(a, i + 1);
    const nearest = /^(?:past|coming|upcoming)$/.test(next.low);
    if (nearest || next.low === 'current') return { shift: next.word!.shift!, to: i + 2, nearest };
  }
  if (low === 'that' || low === 'same') {
    const to = low === 'that' && at(a, i + 1).low === 'same' ? i + 2 : i + 1;
    return { shift: 0, to, nearest: false };
  }
  if (word?.shift === undefined) return null;
  // "will last three days": a verb.
  if (low === 'last' && MODALS.test(at(a, i - 1).low)) return null;
  return { shift: word.shift, to: i + 1, nearest: /^(?:past|coming|upcoming)$/.test(low) };
}

const MODALS = /^(?:will|to|would|may|might|could|can|must|should|not|\w+n't)$/;

/** A calendar unit, singular; "fiscal year" and "business day" are taken for the plain ones. */
export function unitAt(
  a: readonly Atom[],
  i: number,
): { unit: Unit; plural: boolean; to: number } | null {
  const skip =
    /^(?:fiscal|calendar|trading|business|working|school|full|consecutive|straight|more|additional)$/.test(
      at(a, i).low,
    )
      ? 1
      : 0;
  const { word } = at(a, i + skip);
  return word?.unit ? { unit: word.unit, plural: word.plural === true, to: i + skip + 1 } : null;
}

const CALENDAR = new Set<Unit>([
  'day',
  'week',
  'weekend',
  'workweek',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'minute',
  'hour',
]);

/** "last week", "this year", "the weekend", "the year after next", "the year before", "my week". */
export const readPeriod: Reader = (a, i) => {
  const the = /^(?:the|my|our)$/.test(at(a, i).low) ? 1 : 0;
  const lead = shiftAt(a, i + the);
  if (!lead && !the) return null;
  const from = lead?.to ?? i + the;
  const { word } = at(a, from);
  if (word?.season && lead) {
    return {
      expression: {
        kind: 'cycle',
        unit: 'season',
        n: seasonNumber(word.season),
        which: whichOf(lead.shift),
      },
      to: from + 1,
    };
  }
  if (word?.month && lead) {
    const month = readDate(a, from);
    if (month?.expression.kind === 'date' && month.expression.day === undefined) {
      const expression = { ...month.expression, which: whichOf(lead.shift) };
      return { expression, to: month.to };
    }
  }
  const unit = unitAt(a, from);
  if (!unit || unit.plural || !CALENDAR.has(unit.unit)) return null;
  if (lead && (unit.unit === 'minute' || unit.unit === 'hour'))
    return lead.shift === 0
      ? null
      : {
          expression: {
            kind: 'span',
            amounts: [{ n: 1, unit: unit.unit }],
            toward: lead.shift < 0 ? -1 : 1,
            fromNow: true,
          },
          to: unit.to,
        };
  const shift = lead?.shift ?? 0;
  const beyond =
    /^after$/.test(at(a, unit.to).low) &&
    (at(a, unit.to + 1).low === 'next' ||
      (at(a, unit.to + 1).low === 'the' && at(a, unit.to + 2).low === 'next'));
  if (beyond && !lead)
    return {
      expression: { kind: 'period', unit: unit.unit, shift: 2 },
      to: unit.to + (at(a, unit.to + 1).low === 'the' ? 3 : 2),
    };
  if (the && !lead) {
    if (
      unit.unit === 'minute' ||
      unit.unit === 'hour' ||
      unit.unit === 'century' ||
      unit.unit === 'decade'
    )
      return null;
    if (at(a, unit.to).low === 'before' && at(a, unit.to + 1).low === 'last')
      return { expression: { kind: 'period', unit: unit.unit, shift: -2 }, to: unit.to + 2 };
    const week = weekHolding(a, unit.unit, unit.to);
    if (week) return week;
    if (at(a, unit.to).low === 'after')
      return { expression: { kind: 'period', unit: unit.unit, shift: 1 }, to: unit.to + 1 };
  }
  const told = lead !== null && /^(?:following|preceding|that|same)$/.test(at(a, from - 1).low);
  return {
    expression: {
      kind: 'period',
      unit: unit.unit,
      shift,
      ...(told && { told }),
      ...(!lead && { bare: true }),
    },
    to: unit.to,
  };
};

export const seasonNumber = (code: string): number => ['WI', 'SP', 'SU', 'FA'].indexOf(code);

/** "the week of September 16", "week commencing 4 February", "week 10". */
function weekHolding(a: readonly Atom[], unit: Unit, to: number): Hit | null {
  if (unit !== 'week') return null;
  const skip = /^(?:of|commencing|beginning|starting)$/.test(at(a, to).low)
    ? at(a, to + 1).low === 'on'
      ? 2
      : 1
    : 0;
  const date = skip ? readDate(a, to + skip) : null;
  if (!date) return null;
  return {
    expression: { kind: 'period', unit: 'week', shift: 0, holding: date.expression },
    to: date.to,
  };
}

/** "week of May 5" without an article; "week 10"; "rest of the week" is a stretch. */
export const readWeek: Reader = (a, i) => {
  if (at(a, i).low !== 'week') return null;
  const { number } = at(a, i + 1);
  if (Number.isInteger(number) && number >= 1 && number <= 53 && at(a, i - 1).low !== 'a')
    return {
      expression: {
        kind: 'nth',
        n: number,
        count: 1,
        unit: 'week',
        weekday: null,
        of: { kind: 'period', unit: 'year', shift: 0 },
      },
      to: i + 2,
    };
  return weekHolding(a, 'week', i + 1);
};

/** "the third quarter of 2009", "fourth-quarter", "Q3 2018", "2016H2", "last summer", "spring 1999". */
export const readCycle: Reader = (a, i) => {
  const code = codeAt(a, i);
  if (code) return code;
  const season = at(a, i).word?.season;
  const the = at(a, i).low === 'the' ? 1 : 0;
  if (season || (the && at(a, i + 1).word?.season)) {
    const name = at(a, i + the).word!.season!;
    const year = ofYear(a, i + the + 1);
    // "spring" and "fall" are words of their own.
    if (
      !year &&
      !the &&
      !/^(?:in|since|last|by|until|this|-|,|every|each)$/.test(at(a, i - 1).low) &&
      /^(?:spring|fall)$/.test(at(a, i).low)
    )
      return null;
    return {
      expression: {
        kind: 'cycle',
        unit: 'season',
        n: seasonNumber(name),
        which: null,
        ...(year && { year: year.expression }),
      },
      to: year ? year.to : i + the + 1,
    };
  }
  const fiscal = /^fiscal$/.test(at(a, i + the).low) ? (at(a, i + the + 1).low === '-' ? 2 : 1) : 0;
  const ordinal = ordinalAt(a, i + the + fiscal);
  if (!ordinal || ordinal.n > 4) return null;
  const dash = at(a, ordinal.to).low === '-' || at(a, ordinal.to).low === 'fiscal' ? 1 : 0;
  const name = at(a, ordinal.to + dash).low;
  const unit = name === 'quarter' ? 'quarter' : name === 'half' && ordinal.n <= 2 ? 'half' : null;
  if (!unit) return null;
  const year = ofYear(a, ordinal.to + dash + 1);
  if (unit === 'half' && !year) return null;
  return {
    expression: {
      kind: 'cycle',
      unit,
      n: ordinal.n,
      which: null,
      ...(year && { year: year.expression }),
    },
    to: year ? year.to : ordinal.to + dash + 1,
  };
};

/** "of 2015", "2015", "of this year", "last year". */
function ofYear(a: readonly Atom[], i: number): Hit | null {
  const skip = /^(?:of|in|,)$/.test(at(a, i).low) ? 1 : 0;
  const period = readPeriod(a, i + skip);
  if (period?.expression.kind === 'period' && period.expression.unit === 'year') return period;
  const year = yearAt(a, i + skip);
  if (year) return { expression: { kind: 'years', first: year, length: 1 }, to: i + skip + 1 };
  return skip && at(a, i).low === 'of' ? readYear(a, i + 1) : null;
}

/** "Q3 2018", "2019 Q1", "2016H2", "2017-q1". */
function codeAt(a: readonly Atom[], i: number): Hit | null {
  const year = yearAt(a, i);
  const from = year ? (at(a, i + 1).low === '-' ? i + 2 : i + 1) : i;
  const letter = at(a, from).low;
  if (letter !== 'q' && letter !== 'h') return null;
  const n = at(a, from + 1).number;
  if (at(a, from + 1).start !== at(a, from).end || !(n >= 1 && n <= (letter === 'q' ? 4 : 2)))
    return null;
  const unit = letter === 'q' ? 'quarter' : 'half';
  if (year)
    return {
      expression: {
        kind: 'cycle',
        unit,
        n,
        which: null,
        year: { kind: 'years', first: year, length: 1 },
      },
      to: from + 2,
    };
  const of = at(a, from + 2).low === '-' ? ofYear(a, from + 3) : ofYear(a, from + 2);
  if (!of && letter === 'h') return null;
  return {
    expression: { kind: 'cycle', unit, n, which: null, ...(of && { year: of.expression }) },
    to: of ? of.to : from + 2,
  };
}

/** "the first Friday of July", "last week of 2016", "the 20th of next month", "31st of this month". */
export const readNth: Reader = (a, i) => {
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
  const of = wholeAt(a, to);
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
