import type { Token } from '../text/tokens.js';
import { lowAt } from './atoms.js';
import { type Bound, boundsAfter, boundsBefore } from './lexicon.js';
import { type NumberPhrase, numbersIn, phraseAt } from './phrases.js';
import { ordinalAt } from './ordinal.js';

/** A number with its bounds; a plain one has both ends at its value. Null = open. */
export interface BoundedNumber {
  /** With the bound's words; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Where the number itself begins and ends. */
  readonly core: number;
  readonly coreTo: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
  /** How it is bounded; `range` has two numbers. */
  readonly bound: Bound | 'range' | null;
  readonly number: NumberPhrase;
}

/** Every number of a text with the words that bound it. */
export function boundedNumbers(atoms: readonly Token[]): BoundedNumber[] {
  const found: BoundedNumber[] = [];
  const numbers = numbersIn(atoms);
  let end = 0;
  for (const [i, number] of numbers.entries()) {
    if (number.from < end) continue;
    const one = withBound(atoms, number, end, numbers[i - 1]);
    found.push(one);
    end = one.to;
  }
  return found;
}

/** "between", "from … to": the text of both ends, the upper one excluded. */
export function rangeAt(atoms: readonly Token[], at: number): BoundedNumber | null {
  const opening = lowAt(atoms, at);
  if (opening !== 'between' && opening !== 'from') return null;
  const first = endAt(atoms, at + 1);
  if (!first) return null;
  const joint = lowAt(atoms, first.to);
  if (joint !== 'and' && joint !== 'to' && joint !== '-') return null;
  const second = endAt(atoms, first.to + 1);
  return second && second.value > first.value ? range(at, first, second) : null;
}

function endAt(atoms: readonly Token[], at: number): NumberPhrase | null {
  const number = phraseAt(atoms, at);
  if (number && number.kind !== 'none' && number.kind !== 'vague') return number;
  const start = lowAt(atoms, at) === 'the' ? at + 1 : at;
  const ordinal = ordinalAt(atoms, start);
  return ordinal ? { from: at, to: ordinal.to, value: ordinal.value, kind: 'integer' } : null;
}

const range = (from: number, first: NumberPhrase, second: NumberPhrase): BoundedNumber => ({
  from,
  to: second.to,
  core: first.from,
  coreTo: second.to,
  low: first.value,
  high: second.value,
  lowClosed: true,
  highClosed: false,
  bound: 'range',
  number: first,
});

function withBound(
  atoms: readonly Token[],
  number: NumberPhrase,
  floor: number,
  previous: NumberPhrase | undefined,
): BoundedNumber {
  const second = upperEnd(atoms, number);
  const opened = /^(?:between|from)$/.test(lowAt(atoms, number.from - 1)) ? 1 : 0;
  if (second) return range(number.from - opened, number, second);
  const before = boundBefore(atoms, number.from, Math.max(floor, previous?.to ?? 0));
  const after = boundsAfter.at(atoms, number.to);
  // "above 10 and below 20": what has a number of its own bounds that one.
  const free = after && (after.value === '=' || !phraseAt(atoms, after.to));
  const closing = free ? after : null;
  const own = before?.bound ?? null;
  const bound = closing && closing.value !== '=' ? closing.value : closed(own, closing !== null);
  const from = own && !(closing && own === '~') ? before!.from : number.from;
  const below = bound === '>' || bound === '>=';
  const above = bound === '<' || bound === '<=';
  return {
    from,
    to: closing?.to ?? number.to,
    core: number.from,
    coreTo: number.to,
    low: above ? null : number.value,
    high: below ? null : number.value,
    lowClosed: bound !== '>',
    highClosed: bound !== '<',
    bound,
    number,
  };
}

/** "less than 5000 or equal". */
function closed(bound: Bound | null, equal: boolean): Bound | null {
  if (!equal || (bound !== '<' && bound !== '>')) return bound;
  return bound === '<' ? '<=' : '>=';
}

/** The longest bound that ends where the number begins. */
function boundBefore(
  atoms: readonly Token[],
  at: number,
  floor: number,
): { from: number; bound: Bound } | null {
  for (let from = Math.max(floor, at - 6); from < at; from++) {
    const found = boundsBefore.at(atoms, from);
    if (found?.to !== at) continue;
    // "<>": unequal bounds nothing.
    if (found.value === '>' && lowAt(atoms, from - 1) === '<') return null;
    return { from, bound: found.value };
  }
  return null;
}

/** "10 to 20", "10-20", "between 10 and 20". */
function upperEnd(atoms: readonly Token[], first: NumberPhrase): NumberPhrase | null {
  if (first.kind === 'vague' || first.kind === 'none') return null;
  const joint = lowAt(atoms, first.to);
  const between = joint === 'and' && lowAt(atoms, first.from - 1) === 'between';
  if (!between && !/^(?:to|or|-|–|~)$/.test(joint)) return null;
  // "1-800-555": a telephone number or a date.
  if (joint === '-' && lowAt(atoms, first.from - 1) === '-') return null;
  const second = phraseAt(atoms, first.to + 1);
  if (!second || second.kind === 'vague' || second.kind === 'none') return null;
  // "1995-01" is a month, "222-2222" a telephone.
  if (/^0\d/.test(atoms[second.from]!.text)) return null;
  if (joint === '-' && /^[-/]$/.test(lowAt(atoms, second.to))) return null;
  return second.value > first.value ? second : null;
}
