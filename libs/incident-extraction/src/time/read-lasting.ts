import { type Atom, at } from './atoms.js';
import type { Amount, Expression } from './expression.js';
import { bareHourAt } from './read-clock.js';
import type { Hit, Reader } from './read-date.js';
import { amountsAt } from './read-duration.js';
import { isClockUnit } from './units.js';

/**
 * A time and how long from it: "from 10 a.m. for three hours", "for two hours from 2 p.m.", "for 3 days,
 * from today", "14 February for 7 hours from 9:30".
 */
export function readLasting(a: readonly Atom[], i: number, time: Reader): Hit | null {
  const { low } = at(a, i);
  if (low === 'for') return lengthFirst(a, i + 1, time);
  const from = low === 'from' || low === 'starting' ? i + 1 : i;
  const opens = from > i || at(a, i).word || /^\d/.test(low);
  const hit = opens ? (time(a, from) ?? (low === 'from' ? hourAt(a, from) : null)) : null;
  if (!hit || at(a, hit.to).low !== 'for') return null;
  const { expression } = hit;
  const read = amountsAt(a, hit.to + 1);
  if (!read || read.compound) return null;
  if (isClock(expression)) return lasting(read.amounts, expression, read.to);
  const rest = from === i ? lengthFirst(a, hit.to + 1, time) : null;
  if (rest?.expression.kind !== 'duration' || rest.expression.starting?.kind !== 'clock')
    return low === 'from' ? lasting(read.amounts, expression, read.to) : null;
  const start: Expression = { kind: 'at', date: expression, time: rest.expression.starting };
  return lasting(rest.expression.amounts, start, rest.to);
}

function lengthFirst(a: readonly Atom[], i: number, time: Reader): Hit | null {
  const read = amountsAt(a, i);
  if (!read || read.compound) return null;
  const comma = at(a, read.to).low === ',' ? 1 : 0;
  if (!/^(?:from|starting|beginning)$/.test(at(a, read.to + comma).low)) return null;
  const from = read.to + comma + 1;
  const start = /^(?:at|on|from)$/.test(at(a, from).low) ? from + 1 : from;
  const hit = time(a, start) ?? hourAt(a, start);
  if (!hit || (at(a, read.to + comma).low !== 'from' && !isClock(hit.expression))) return null;
  return lasting(read.amounts, hit.expression, hit.to);
}

const isClock = ({ kind }: Expression): boolean => kind === 'clock' || kind === 'at';

function hourAt(a: readonly Atom[], i: number): Hit | null {
  const hour = bareHourAt(a, i);
  return hour && { expression: hour.clock, to: hour.to };
}

const DAYS = /^(?:date|weekday|holiday|period|nth|offset)$/;

/** Hours run from a clock's time, days and more from a day. */
function lasting(amounts: readonly Amount[], starting: Expression, to: number): Hit | null {
  const clock = isClock(starting);
  if (!clock && !DAYS.test(starting.kind)) return null;
  if (amounts.some(({ unit }) => isClockUnit(unit) !== clock)) return null;
  return { expression: { kind: 'duration', amounts, starting }, to };
}
