import type { Token } from '../text/tokens.js';
import { lowAt } from './atoms.js';
import { type Cardinal, cardinalAt, isArticle } from './cardinal.js';
import { denominators, groups, ordinals, scales, units } from './lexicon.js';
import { numeralAt, type ReadValue } from './numeral.js';
import { ordinalAt } from './ordinal.js';

const skipHyphen = (atoms: readonly Token[], at: number): number =>
  lowAt(atoms, at) === '-' ? at + 1 : at;

/** "three fifths", "one and a half million", "half a dozen", "one over three"; null for none. */
export function fractionAt(
  atoms: readonly Token[],
  at: number,
  cardinal: Cardinal | null,
): ReadValue | null {
  const part = partAt(atoms, at, cardinal);
  if (part) return part;
  if (!cardinal) return decimalWhole(atoms, at);
  return pointed(atoms, cardinal) ?? quotient(atoms, cardinal) ?? mixed(atoms, cardinal);
}

/** "one point two five", "two point five million". */
function pointed(atoms: readonly Token[], { value, to }: Cardinal): ReadValue | null {
  if (lowAt(atoms, to) !== 'point') return null;
  let digits = '';
  let end = to + 1;
  for (let unit = units.get(lowAt(atoms, end)); unit !== undefined && digits.length < 16;) {
    const next = units.get(lowAt(atoms, skipHyphen(atoms, end + 1))) ?? 0;
    const ten = unit >= 20 && next > 0 && next < 10;
    digits += ten ? String(unit).slice(0, 1) : String(unit);
    const hyphen = ten && lowAt(atoms, end + 1) === '-' ? 1 : 0;
    end += 1 + hyphen;
    unit = units.get(lowAt(atoms, end));
  }
  if (digits === '') return null;
  const read = multiplied(atoms, Number(`${value}.${digits}`), end);
  return { ...read, kind: Number.isInteger(read.value) ? 'integer' : 'decimal' };
}

/** A proper or improper fraction in words. */
function partAt(atoms: readonly Token[], at: number, cardinal: Cardinal | null): ReadValue | null {
  const low = lowAt(atoms, at);
  if (low === 'half') return half(atoms, at);
  if (isArticle(low)) {
    const under = unit(atoms, skipHyphen(atoms, at + 1));
    if (under) return multiplied(atoms, under.value, under.to);
  }
  if (!cardinal) return null;
  const next = skipHyphen(atoms, cardinal.to);
  if (cardinal.value === 1) {
    const under = unit(atoms, next);
    if (under) return multiplied(atoms, under.value, under.to);
  }
  const under = denominators.get(lowAt(atoms, next));
  if (!under?.plural) return compoundParts(atoms, cardinal, next);
  return divided(atoms, cardinal, under.value, next + 1, at);
}

/** "three twenty-fifths", "five thirty-seconds". */
function compoundParts(atoms: readonly Token[], { value }: Cardinal, at: number): ReadValue | null {
  const tens = units.get(lowAt(atoms, at)) ?? 0;
  const last = lowAt(atoms, skipHyphen(atoms, at + 1));
  const under = tens >= 20 && last.endsWith('s') ? ordinals.get(last.slice(0, -1)) : undefined;
  if (under === undefined || under >= 10) return null;
  return multiplied(atoms, value / (tens + under), skipHyphen(atoms, at + 1) + 1);
}

/** "half a million", "half a dozen", "half of them"; not "the second half", "half past", "half-hour". */
function half(atoms: readonly Token[], at: number): ReadValue | null {
  const scaleAt = isArticle(lowAt(atoms, at + 1)) ? at + 2 : at + 1;
  const word = lowAt(atoms, scaleAt);
  const scale = scales.get(word) ?? groups.get(word);
  if (scale) return rounded(scale / 2, scaleAt + 1);
  const alone =
    !PART_OF_A_NAME.test(lowAt(atoms, at - 1)) && !NO_HALF_BEFORE.test(lowAt(atoms, at + 1));
  return alone ? rounded(0.5, at + 1) : null;
}

const PART_OF_A_NAME =
  /^(?:the|a|an|and|this|that|each|other|better|first|second|-|its|his|her|their)$/;
const NO_HALF_BEFORE = /^(?:past|-|an?|hour|time|brother|sister|way)$/;

/** One part: "fifth", "half", "one hundred and fifth". */
function unit(atoms: readonly Token[], at: number): { value: number; to: number } | null {
  const simple = denominators.get(lowAt(atoms, at));
  if (simple && !simple.plural) return { value: 1 / simple.value, to: at + 1 };
  const ordinal = ordinalAt(atoms, at);
  return ordinal && ordinal.value > 2 && ordinal.to > at + 1
    ? { value: 1 / ordinal.value, to: ordinal.to }
    : null;
}

function divided(
  atoms: readonly Token[],
  cardinal: Cardinal,
  under: number,
  to: number,
  at: number,
): ReadValue | null {
  const { value, tens, and, scaleBefore } = cardinal;
  // "one hundred thirty fifths": tens before a unit belong to the denominator.
  if (tens > 0 && under < 10 && value > tens && and < 0) {
    return multiplied(atoms, (value - tens) / (tens + under), to);
  }
  // "one hundred and three quarters": a proper fraction behind "and" stands beside the whole.
  const behind = and > at ? cardinalAt(atoms, and) : null;
  if (behind && behind.value < under) {
    return beside(atoms, value - behind.value, behind.value / under, scaleBefore, to);
  }
  return multiplied(atoms, value / under, to);
}

/** "three quarters million". */
function multiplied(atoms: readonly Token[], value: number, at: number): ReadValue {
  // "two thirds of a million".
  const of = lowAt(atoms, at) === 'of' && /^(?:a|one)$/.test(lowAt(atoms, at + 1)) ? 2 : 0;
  const scale = scales.get(lowAt(atoms, at + of));
  return scale ? rounded(value * scale, at + of + 1) : rounded(value, at);
}

/** "one over three", "two out of five". */
function quotient(atoms: readonly Token[], { value, to }: Cardinal): ReadValue | null {
  const out = lowAt(atoms, to) === 'out' && lowAt(atoms, to + 1) === 'of';
  if (!out && lowAt(atoms, to) !== 'over') return null;
  const at = out ? to + 2 : to + 1;
  const under = cardinalAt(atoms, at) ?? numeralAt(atoms, at);
  // "five out of three" is no share.
  if (!under || under.value <= 0 || (out && under.value < value)) return null;
  return rounded(value / under.value, under.to);
}

/** "two and a half", "one and a half million". */
function mixed(atoms: readonly Token[], { value, to, scale }: Cardinal): ReadValue | null {
  if (lowAt(atoms, to) !== 'and') return null;
  const numeral = numeralAt(atoms, to + 1);
  const part =
    numeral?.kind === 'fraction' ? numeral : partAt(atoms, to + 1, cardinalAt(atoms, to + 1));
  if (!part) return null;
  const own = scales.get(lowAt(atoms, part.to - 1));
  if (own) return beside(atoms, value, part.value / own, scale, part.to - 1);
  return part.value < 1 ? beside(atoms, value, part.value, scale, part.to) : null;
}

/**
 * A whole and a fraction: "three quarters million" behind a larger whole adds to it, behind a
 * smaller one both are millions; without a scale of its own the fraction is of the whole's
 * ("3 million and a half").
 */
function beside(
  atoms: readonly Token[],
  whole: number,
  part: number,
  scale: number,
  at: number,
): ReadValue {
  const own = scales.get(lowAt(atoms, at));
  if (!own) return rounded(whole + part * (scale >= 1000 ? scale : 1), at);
  return rounded(whole < own ? (whole + part) * own : whole + part * own, at + 1);
}

/** "2 and a half", "1 over one hundred": the whole in digits. */
function decimalWhole(atoms: readonly Token[], at: number): ReadValue | null {
  const numeral = numeralAt(atoms, at);
  if (numeral?.kind !== 'integer') return null;
  const cardinal = {
    ...numeral,
    scale: scales.get(lowAt(atoms, numeral.to - 1)) ?? 1,
    tens: 0,
    and: -1,
    scaleBefore: 1,
  };
  const under = denominators.get(lowAt(atoms, skipHyphen(atoms, numeral.to)));
  if (under && (under.plural || numeral.value === 1))
    return multiplied(atoms, numeral.value / under.value, skipHyphen(atoms, numeral.to) + 1);
  return quotient(atoms, cardinal) ?? mixed(atoms, cardinal);
}

const rounded = (value: number, to: number): ReadValue => ({
  value: Number(value.toPrecision(15)),
  to,
  kind: 'fraction',
});
