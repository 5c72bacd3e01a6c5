import { type Atom, at } from './atoms.js';
import { countAt } from './numbers.js';
import { type Hit, isClauseEnd, type Reader, weekdayAt } from './read-date.js';
import { amountsAt } from './read-duration.js';
import { isClockUnit, MEASURES, type Unit } from './units.js';

/** "daily", "every day", "each July", "every two weeks", "once a week", "Friday mornings", "every weekday". */
export const readSet: Reader = (a, i) => {
  const { low, word } = at(a, i);
  // "a weekly paper" is a kind of paper.
  if (word?.frequency && isClauseEnd(a, i + 1)) return set(word.frequency, i + 1);
  if (low === 'weekends') return isClauseEnd(a, i + 1) ? set('XXXX-WXX-WE', i + 1) : null;
  const prefix = at(a, i + 1).low === '-' ? at(a, i + 2).word?.frequency : undefined;
  if (low === 'semi' && prefix === 'P1Y') return set('P6M', i + 3);
  if (low === 'bi' && prefix) return set(prefix.replace('1', '2'), i + 3);
  if (low === 'every' || low === 'each') return every(a, i + 1);
  const times = low === 'once' || low === 'twice' ? i + 1 : timesAt(a, i);
  if (times && /^(?:a|an|per|every|each)$/.test(at(a, times).low)) {
    const unit = at(a, times + 1).word?.unit;
    if (unit) return set(period(1, unit), times + 2);
  }
  const nth = /^(?:first|second|third|fourth|last)$/.test(low) ? weekdayAt(a, i + 1) : null;
  if (nth && at(a, nth.to).low === 'of' && /^(?:every|each)$/.test(at(a, nth.to + 1).low))
    return every(a, nth.to + 2);
  const named = weekdayAt(a, i);
  if (named && at(a, named.to).word?.dayPart && at(a, named.to).low.endsWith('s'))
    return set(`XXXX-WXX-${named.weekday || 7}`, named.to + 1);
  return null;
};

const set = (value: string, to: number): Hit => ({ expression: { kind: 'set', value }, to });

const period = (n: number | null, unit: Unit): string =>
  `P${isClockUnit(unit) ? 'T' : ''}${n ?? 'X'}${MEASURES[unit].code}`;

function timesAt(a: readonly Atom[], i: number): number | null {
  const count = countAt(a, i);
  return count && at(a, count.to).low === 'times' ? count.to + 1 : null;
}

function every(a: readonly Atom[], i: number): Hit | null {
  const other = at(a, i).low === 'other' ? 1 : 0;
  const { word, low } = at(a, i + other);
  if (low === 'weekday' || low === 'weeknight') {
    const part = at(a, i + other + 1).word?.dayPart ? 1 : 0;
    return set('P1D', i + other + 1 + part);
  }
  const named = weekdayAt(a, i + other);
  if (named) return set(`XXXX-WXX-${named.weekday || 7}`, named.to);
  if (word?.month) return set(`XXXX-${String(word.month).padStart(2, '0')}`, i + other + 1);
  if (word?.season) return set(`XXXX-${word.season}`, i + other + 1);
  if (word?.dayPart && !word.unit) return set('P1D', i + other + 1);
  if (word?.unit) return set(period(other ? 2 : 1, word.unit), i + other + 1);
  const read = amountsAt(a, i);
  const [first] = read?.amounts ?? [];
  if (read && first) return set(period(first.n, first.unit), read.to);
  const count = countAt(a, i);
  const unit = count ? at(a, count.to).word?.unit : undefined;
  return unit ? set(period(count!.n, unit), count!.to + 1) : null;
}
