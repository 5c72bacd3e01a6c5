import { atomize, lowAt } from './atoms.js';
import { type BoundedNumber, boundedNumbers, rangeAt } from './bounded.js';
import type { RelativeOrdinal } from './lexicon.js';
import { type NumberKind, numeralValue } from './numeral.js';
import { ordinalAt, relativeOrdinalAt } from './ordinal.js';
import { numbersIn } from './phrases.js';

/** Words of a text and where they stand, in UTF-16 code units; `end` is exclusive. */
interface Words {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** A number read in a text. */
export interface ReadNumber extends Words {
  readonly value: number;
  readonly kind: NumberKind;
  /** "30 %", "30 percent": of a hundred. */
  readonly percent: boolean;
}

/** Numbers from `low` to `high`; null = open. */
export interface ReadRange extends Words {
  readonly low: number | null;
  readonly high: number | null;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}

/** A place in an order. */
export interface ReadOrdinal extends Words {
  readonly value: number;
  readonly relation: RelativeOrdinal | null;
}

/** How much of a text is read for numbers, in UTF-16 code units. */
const MAX_LENGTH = 10_000;

/** Every definite number of a text: digits, words, fractions, powers; no ordinals, no vague words. */
export function readNumbers(text: string): ReadNumber[] {
  const atoms = atomize(text.slice(0, MAX_LENGTH));
  const found: ReadNumber[] = [];
  let searched = 0;
  for (const { from, to, value, kind } of numbersIn(atoms)) {
    if (kind === 'vague' || kind === 'none') continue;
    let start = atoms[from]!.start;
    let { end } = atoms[to - 1]!;
    if (to === from + 1 && !isWhole(atoms[from]!.text)) {
      // One of several numbers that a separator joins.
      start = text.indexOf(String(value), Math.max(searched, start));
      end = start + String(value).length;
    }
    searched = end;
    const percent = /^(?:%|percent|pct)$/.test(lowAt(atoms, to));
    found.push({ words: text.slice(start, end), start, end, value, kind, percent });
  }
  return found;
}

/** The numeral of an atom is one number, not several that a separator joins. */
const isWhole = (text: string): boolean => !/^\d/.test(text) || numeralValue(text) !== null;

/** Every range of a text: "between 1 and 5", "at least 3", "above 3 and below 5", "7 or more". */
export function readRanges(text: string): ReadRange[] {
  const atoms = atomize(text.slice(0, MAX_LENGTH));
  const ranges = boundedNumbers(atoms).filter(({ bound }) => bound !== null && bound !== '~');
  for (const at of atoms.keys()) {
    const spoken = rangeAt(atoms, at);
    if (spoken && !ranges.some((r) => r.from < spoken.to && spoken.from < r.to))
      ranges.push(spoken);
  }
  ranges.sort((a, b) => a.from - b.from);
  return meet(ranges, (at) => lowAt(atoms, at)).map((range) => {
    const [start, end] = [atoms[range.from]!.start, atoms[range.to - 1]!.end];
    const { low, high, lowClosed, highClosed } = range;
    return { words: text.slice(start, end), start, end, low, high, lowClosed, highClosed };
  });
}

/** "above 1000 and below 1500" is one range. */
function meet(ranges: readonly BoundedNumber[], lowOf: (at: number) => string): BoundedNumber[] {
  const met: BoundedNumber[] = [];
  for (const range of ranges) {
    const last = met.at(-1);
    const joined = last && range.from === last.to + 1 && /^(?:and|but|,)$/.test(lowOf(last.to));
    if (joined && last.high === null && range.low === null) {
      met[met.length - 1] = { ...last, to: range.to, ...upper(range) };
    } else if (joined && last.low === null && range.high === null) {
      met[met.length - 1] = { ...last, to: range.to, low: range.low, lowClosed: range.lowClosed };
    } else met.push(range);
  }
  return met;
}

const upper = ({
  high,
  highClosed,
}: BoundedNumber): Pick<BoundedNumber, 'high' | 'highClosed'> => ({
  high,
  highClosed,
});

/** Every ordinal of a text: "21st", "twenty-first", "the second to last", "next". */
export function readOrdinals(text: string): ReadOrdinal[] {
  const atoms = atomize(text.slice(0, MAX_LENGTH));
  const found: ReadOrdinal[] = [];
  for (let at = 0; at < atoms.length;) {
    const ordinal = relativeOrdinalAt(atoms, at) ?? ordinalAt(atoms, at);
    if (!ordinal) {
      at++;
      continue;
    }
    const [start, end] = [atoms[at]!.start, atoms[ordinal.to - 1]!.end];
    const { value, relation } = ordinal;
    found.push({ words: text.slice(start, end), start, end, value, relation });
    at = ordinal.to;
  }
  return found;
}
