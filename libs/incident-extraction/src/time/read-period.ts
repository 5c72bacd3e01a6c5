import { type Atom, at } from './atoms.js';
import type { Which } from './expression.js';
import { whichOf } from './lexicon.js';
import { ordinalAt } from './numbers.js';
import { readDate, type Hit, type Reader, weekdayAt } from './read-date.js';
import { readShortDate } from './read-short-date.js';
import type { Unit } from './units.js';
import { WordList } from '../language/word-list.js';

/** "Friday", "last Friday", "this coming Sunday", "Monday of next week", "next week on Friday". */
export const readWeekday: Reader = (a, i) => {
  const lead = shiftAt(a, i);
  const from = lead?.to ?? i;
  const named = weekdayAt(a, from);
  if (!named) return lead?.shift !== undefined ? weekThenDay(a, i) : null;
  // "This Wednesday, Dec. 5, 2012": the date is told in full.
  const full = lead ? readDate(a, from) : null;
  if (full?.expression.kind === 'date' && full.expression.month && full.expression.day) return full;
  const { weekday } = named;
  const of = at(a, named.to).low === 'of' ? named.to + 1 : named.to;
  const week = readPeriod(a, of);
  if (
    week?.expression.kind === 'period' &&
    week.expression.unit === 'week' &&
    (week.expression.shift !== 0 || /^(?:this|current)$/.test(at(a, of).low)) &&
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
  const skip = /^(?:on|-|,|'s)$/.test(at(a, week.to).low) ? 1 : 0;
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
  // "critical following Friday's shooting": a preposition.
  if (low === 'following' && !/^(?:the|a|and|day|each|every)$/.test(at(a, i - 1).low)) return null;
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

const OWN = new WordList(/^(?:the|my|our)$/);

/** "last week", "this year", "the weekend", "the year after next", "the year before", "my week". */
export const readPeriod: Reader = (a, i) => {
  const the = OWN.test(at(a, i).low) ? 1 : 0;
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
  if (lead && (word?.month || !Number.isNaN(at(a, from).number) || /^\d/.test(at(a, from).low))) {
    const date = readDate(a, from) ?? readShortDate(a, from);
    if (date?.expression.kind === 'date' && date.expression.month && !date.expression.year)
      return { expression: { ...date.expression, which: whichOf(lead.shift) }, to: date.to };
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
  const article = at(a, unit.to + 1).low === 'the' ? 1 : 0;
  const beside = `${at(a, unit.to).low} ${at(a, unit.to + 1 + article).low}`;
  const beyond = beside === 'after next' ? 2 : beside === 'before last' ? -2 : 0;
  if (beyond && !lead)
    return {
      expression: { kind: 'period', unit: unit.unit, shift: beyond },
      to: unit.to + article + 2,
    };
  if (the && !lead) {
    if (
      unit.unit === 'minute' ||
      unit.unit === 'hour' ||
      unit.unit === 'century' ||
      unit.unit === 'decade'
    )
      return null;
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
export function weekHolding(a: readonly Atom[], unit: Unit, to: number): Hit | null {
  if (unit !== 'week' && unit !== 'weekend') return null;
  const skip = /^(?:of|commencing|beginning|starting)$/.test(at(a, to).low)
    ? at(a, to + 1).low === 'on'
      ? 2
      : 1
    : 0;
  const date = skip ? (readDate(a, to + skip) ?? readShortDate(a, to + skip)) : null;
  const the = at(a, to + skip).low === 'the' ? 1 : 0;
  const ordinal = skip && the ? ordinalAt(a, to + skip + the) : null;
  if (!date && ordinal && ordinal.n <= 31)
    return {
      expression: {
        kind: 'period',
        unit,
        shift: 0,
        holding: { kind: 'date', day: ordinal.n },
      },
      to: ordinal.to,
    };
  if (!date) return null;
  return {
    expression: { kind: 'period', unit, shift: 0, holding: date.expression },
    to: date.to,
  };
}
