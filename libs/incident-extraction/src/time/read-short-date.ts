import { type Atom, at, touches } from './atoms.js';
import { cardinalAt, ordinalAt } from './numbers.js';
import { dayNumberAt, isClauseEnd, monthAndDayAt, readDate, type Reader } from './read-date.js';
import { WordSet } from '../language/word-list.js';

/** Words that a date in mere digits stands behind. */
const BEFORE_SHORT = new WordSet(
  '- – to and till through on since from between before after by until this next last in'.split(
    ' ',
  ),
);

/** "on 10/1", "in 4.22", "on the 27th", "on 15", "18 and 19 June"; "the 20th of next month" is another reader's. */
export const readShortDate: Reader = (a, i) => {
  const before = at(a, i - 1).low;
  const free = BEFORE_SHORT.has(before) || (before === '' && at(a, i + 3).low === '');
  const digits = free || isRangeOfDates(a, i) ? digitsAt(a, i) : null;
  if (digits) return digits;
  return listed(a, i) ?? dayAlone(a, i, before);
};

function digitsAt(a: readonly Atom[], i: number): ReturnType<Reader> {
  const dotted = /^(\d{1,2})\.(\d{1,2})$/.exec(at(a, i).low);
  if (dotted && isClauseEnd(a, i + 1)) {
    const [month, day] = [Number(dotted[1]), Number(dotted[2])];
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
      return { expression: { kind: 'date', month, day }, to: i + 1 };
  }
  const date = monthAndDayAt(a, i);
  // "3-4" is a score or a range of its own; a dash makes a date behind "on" only.
  if (!date || (at(a, i + 1).low === '-' && !/^(?:on|this|next|last)$/.test(at(a, i - 1).low)))
    return null;
  return { expression: date.date, to: date.to };
}

/** "10/1-11/2/2017", "5/1 to 5/3": one of two dates. */
const isRangeOfDates = (a: readonly Atom[], i: number): boolean =>
  at(a, i + 1).low === '/' &&
  /^(?:-|–|~|to)$/.test(at(a, i + 3).low) &&
  at(a, i + 5).low === '/' &&
  touches(a, i + 5);

/** The first of "18 and 19 June": the month is told with the last. */
function listed(a: readonly Atom[], i: number): ReturnType<Reader> {
  const { low, number } = at(a, i);
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/.test(low) || !/^(?:and|or|,|&)$/.test(at(a, i + 1).low))
    return null;
  if (at(a, i - 1).low === 'between') return null;
  const next = dayNumberAt(a, i + 2);
  const day = Number.isNaN(number) ? (ordinalAt(a, i)?.n ?? 0) : number;
  if (!next || next.n <= day || !Number.isInteger(day) || day < 1) return null;
  const date = readDate(a, i + 2);
  if (date?.expression.kind !== 'date' || date.expression.month === undefined) return null;
  if (date.expression.day !== next.n || !at(a, next.to).word?.month) return null;
  return { expression: { ...date.expression, day }, to: i + 1 };
}

/** "on the 27th", "since the twenty-third", "on 15": a day of a month that is not named. */
function dayAlone(a: readonly Atom[], i: number, before: string): ReturnType<Reader> {
  const the = at(a, i).low === 'the' ? 1 : 0;
  const ordinal = ordinalAt(a, i + the);
  const ends = (to: number): boolean =>
    to >= a.length || /^(?:[.,;:!?)]|between|from|at)$/.test(at(a, to).low);
  if (!ordinal || ordinal.n > 31) {
    const day = dayNumberAt(a, i);
    const spelled = cardinalAt(a, i + the) !== null;
    if (!day || (!the && (before !== 'on' || spelled)) || !ends(day.to)) return null;
    if (!/^(?:on|for|since|until|by)$/.test(before)) return null;
    return { expression: { kind: 'date', day: day.n }, to: day.to };
  }
  if (!the || /^(?:of|in|is|was|were|be|as|is|has|had|with|a)$/.test(before)) return null;
  if (!/\d/.test(at(a, i + 1).low) && !/^(?:on|for|since|until|by|from|to)$/.test(before))
    return null;
  if (!isClauseEnd(a, ordinal.to)) return null;
  return { expression: { kind: 'date', day: ordinal.n }, to: ordinal.to };
}
