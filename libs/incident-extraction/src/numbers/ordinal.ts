import type { Token } from '../text/tokens.js';
import { adjoins, lowAt } from './atoms.js';
import { cardinalAt } from './cardinal.js';
import { ordinals, type RelativeOrdinal, relative } from './lexicon.js';
import { numeralValue } from './numeral.js';

/** A place in an order; `to` is exclusive. */
export interface Ordinal {
  readonly value: number;
  readonly to: number;
  /** Where it is not told from the beginning ("the second to last"). */
  readonly relation: RelativeOrdinal | null;
}

/** "21st", "twenty-first", "one hundred and fifth". */
export function ordinalAt(atoms: readonly Token[], at: number): Ordinal | null {
  const atom = atoms[at];
  if (!atom) return null;
  if (atom.kind === 'number') return suffixed(atoms, at);
  const word = ordinals.get(atom.low);
  if (word !== undefined) return plain(word, at + 1);
  const cardinal = cardinalAt(atoms, at);
  if (!cardinal) return null;
  let last = cardinal.to;
  if (lowAt(atoms, last) === '-' || lowAt(atoms, last) === 'and') last++;
  const end = ordinals.get(lowAt(atoms, last));
  if (end === undefined) return null;
  const { value, tens, scale } = cardinal;
  if (end >= 100 && end > value && last === cardinal.to) return plain(value * end, last + 1);
  const fits = tens > 0 ? end < 10 : Math.max(scale, value % 100 === 0 ? 100 : 1) > end;
  return fits ? plain(value + end, last + 1) : null;
}

const plain = (value: number, to: number): Ordinal => ({ value, to, relation: null });

function suffixed(atoms: readonly Token[], at: number): Ordinal | null {
  const value = numeralValue(atoms[at]!.text);
  const suffix = /^(?:st|nd|rd|th)$/.test(lowAt(atoms, at + 1)) && adjoins(atoms, at + 1);
  return value !== null && suffix && Number.isInteger(value) ? plain(value, at + 2) : null;
}

/** Where "to last" or "-to-last" ends; 0 without. */
function toLast(atoms: readonly Token[], at: number): number {
  const hyphen = (i: number): number => (lowAt(atoms, i) === '-' ? i + 1 : i);
  const to = hyphen(at);
  const last = hyphen(to + 1);
  return lowAt(atoms, to) === 'to' && lowAt(atoms, last) === 'last' ? last + 1 : 0;
}

/** "last but one", "next but two", "the one before the last", "second from the end". */
function countedBack(atoms: readonly Token[], at: number): Ordinal | null {
  const word = (n: number): string => lowAt(atoms, at + n);
  const end = (value: number, to: number): Ordinal => ({
    value,
    to: at + to,
    relation: { relativeTo: 'end', offset: value },
  });
  if ((word(0) === 'last' || word(0) === 'next') && word(1) === 'but') {
    const count = cardinalAt(atoms, at + 2);
    if (!count || count.to > at + 3) return null;
    if (word(0) === 'last') return end(-count.value, 3);
    const offset = 1 + count.value;
    return { value: offset, to: at + 3, relation: { relativeTo: 'current', offset } };
  }
  if (word(0) === 'one' && word(1) === 'before' && word(3) === 'last' && word(2) === 'the')
    return end(-1, 4);
  const back = ordinalAt(atoms, at);
  if (back && lowAt(atoms, back.to) === 'last') return end(1 - back.value, back.to + 1 - at);
  const from = back && lowAt(atoms, back.to) === 'from' ? back.to + 1 : -1;
  const the = from > 0 && lowAt(atoms, from) === 'the' ? 1 : 0;
  if (from < 0 || !/^(?:last|end)$/.test(lowAt(atoms, from + the))) return null;
  return end(1 - back!.value, from + the + 1 - at);
}

/** "the second to last", "next to last", "penultimate", "next one". */
export function relativeOrdinalAt(atoms: readonly Token[], at: number): Ordinal | null {
  const start = lowAt(atoms, at) === 'the' ? at + 1 : at;
  const back = ordinalAt(atoms, start);
  const end = back ? toLast(atoms, back.to) : 0;
  if (back && end > 0) {
    const relation = { relativeTo: 'end', offset: 1 - back.value } as const;
    return { value: back.value, to: end, relation };
  }
  const counted = countedBack(atoms, start);
  if (counted) return counted;
  const relation = relative.get(lowAt(atoms, at));
  if (!relation) return null;
  if (toLast(atoms, at + 1)) {
    return { value: -1, to: toLast(atoms, at + 1), relation: { relativeTo: 'end', offset: -1 } };
  }
  const one = relation.relativeTo === 'current' && lowAt(atoms, at + 1) === 'one';
  return { value: relation.offset, to: at + (one ? 2 : 1), relation };
}
