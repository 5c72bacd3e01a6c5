import { type Atom, at } from './atoms.js';
import type { Expression } from './expression.js';
import { ordinalAt, yearAt } from './numbers.js';
import { type Hit, type Reader, shortYearAt } from './read-date.js';
import { readPeriod, seasonNumber, weekHolding } from './read-period.js';
import { readYear } from './read-year.js';

/** "week of May 5" without an article; "week 10"; "rest of the week" is a stretch. */
export const readWeek: Reader = (a, i) => {
  const from = at(a, i).low === 'the' ? i + 1 : i;
  if (at(a, from).low !== 'week' && at(a, from).low !== 'wk') return null;
  const { number } = at(a, from + 1);
  if (Number.isInteger(number) && number >= 1 && number <= 53 && at(a, i - 1).low !== 'a') {
    const year = ofYear(a, from + 2);
    const of: Expression = year?.expression ?? { kind: 'period', unit: 'year', shift: 0 };
    const expression: Expression = {
      kind: 'nth',
      n: number,
      count: 1,
      unit: 'week',
      weekday: null,
      of,
    };
    return { expression, to: year?.to ?? from + 2 };
  }
  return from === i ? weekHolding(a, 'week', i + 1) : null;
};

/** "the third quarter of 2009", "fourth-quarter", "Q3 2018", "2016H2", "last summer", "spring 1999". */
export const readCycle: Reader = (a, i) => {
  const code = codeAt(a, i) ?? ofNamedYear(a, i);
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

/** "next year's first quarter", "2016's second half". */
function ofNamedYear(a: readonly Atom[], i: number): Hit | null {
  const year = ofYear(a, i);
  if (!year || !/^(?:'s|'|’)$/.test(at(a, year.to).low)) return null;
  const cycle = readCycle(a, year.to + 1);
  if (cycle?.expression.kind !== 'cycle' || cycle.expression.year) return halfOf(a, year);
  return { expression: { ...cycle.expression, year: year.expression }, to: cycle.to };
}

function halfOf(a: readonly Atom[], year: Hit): Hit | null {
  const ordinal = ordinalAt(a, year.to + 1);
  if (!ordinal || ordinal.n > 2 || at(a, ordinal.to).low !== 'half') return null;
  return {
    expression: { kind: 'cycle', unit: 'half', n: ordinal.n, which: null, year: year.expression },
    to: ordinal.to + 1,
  };
}

/** "of 2015", "2015", "'16", "of this year", "last year". */
function ofYear(a: readonly Atom[], i: number): Hit | null {
  const skip = /^(?:of|in|,)$/.test(at(a, i).low) ? 1 : 0;
  const period = readPeriod(a, i + skip);
  if (period?.expression.kind === 'period' && period.expression.unit === 'year') return period;
  const year = yearAt(a, i + skip);
  if (year) return { expression: { kind: 'years', first: year, length: 1 }, to: i + skip + 1 };
  const short = shortYearAt(a, i + skip);
  if (short) return { expression: { kind: 'years', first: short, length: 1 }, to: i + skip + 2 };
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
