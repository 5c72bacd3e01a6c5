import type { Token } from '../text/tokens.js';
import { lowAt } from './atoms.js';
import { groups, scales, units } from './lexicon.js';
import { numeralAt } from './numeral.js';

/** A whole number in words, or words after digits. */
export interface Cardinal {
  readonly value: number;
  readonly to: number;
  /** The scale that ends it ("two million"); 1 if none does. */
  readonly scale: number;
  /** The tens that end it ("one hundred thirty"); 0 if none do. */
  readonly tens: number;
  /** Where the words behind its last "and" begin; -1 without one. */
  readonly and: number;
  /** The scale that stood before that "and" ("two million and three"). */
  readonly scaleBefore: number;
}

interface State {
  scaleBefore: number;
  total: number;
  current: number | null;
  scale: number;
  tens: number;
  and: number;
}

export const isArticle = (word: string): boolean => word === 'a' || word === 'an';

/** The longest whole number in words at an atom ("two hundred and thirty-one thousand"). */
export function cardinalAt(atoms: readonly Token[], at: number): Cardinal | null {
  const state: State = { total: 0, current: null, scale: 1, tens: 0, and: -1, scaleBefore: 1 };
  let to = at;
  for (let i = at; i < atoms.length;) {
    const next = step(atoms, i, state, to > at);
    if (next === null) break;
    i = next;
    to = next;
  }
  if (to === at) return null;
  const { total, current, scale, tens, and, scaleBefore } = state;
  return { value: total + (current ?? 0), to, scale, tens, and, scaleBefore };
}

/** Takes the next word in; null where the number ends before it. */
function step(atoms: readonly Token[], at: number, state: State, begun: boolean): number | null {
  const low = lowAt(atoms, at);
  if (!begun && isArticle(low)) return article(atoms, at, state);
  if (begun && (low === '-' || low === '–')) return joined(atoms, at + 1, state, false);
  if (begun && low === 'and') return conjoined(atoms, at, state);
  if (begun && (low === ',' || low === '.')) return null;
  return joined(atoms, at, state, !begun);
}

/** "a hundred", "a dozen": one of them. */
function article(atoms: readonly Token[], at: number, state: State): number | null {
  const next = lowAt(atoms, at + 1);
  if (!scales.has(next) && !groups.has(next)) return null;
  state.current = 1;
  return joined(atoms, at + 1, state, false);
}

/** "and" joins what is smaller than what stands before it. */
function conjoined(atoms: readonly Token[], at: number, state: State): number | null {
  const round = state.current === null ? state.scale >= 100 : state.current % 100 === 0;
  if (!round || !units.has(lowAt(atoms, at + 1))) return null;
  state.scaleBefore = state.scale;
  state.and = at + 1;
  return joined(atoms, at + 1, state, false);
}

function joined(
  atoms: readonly Token[],
  at: number,
  state: State,
  beginning: boolean,
): number | null {
  const low = lowAt(atoms, at);
  const unit = units.get(low);
  if (unit !== undefined) return addUnit(state, unit, at);
  if (beginning) return startWithDigits(atoms, at, state) ?? bare(low, at, state);
  const scale = scales.get(low);
  if (scale !== undefined) return multiply(state, scale, at);
  if (atoms[at]?.kind === 'number') return continueWithDigits(atoms, at, state);
  const group = groups.get(low);
  if (group === undefined || !state.current) return null;
  // "three hundred and two dozens": only what stands behind "and" is dozens.
  const small = state.current % 100;
  state.current = small > 0 ? state.current - small + small * group : state.current * group;
  state.tens = 0;
  return at + 1;
}

/** "Hundred killed", "dozen injured": headlines leave the article out. */
function bare(low: string, at: number, state: State): number | null {
  if (low !== 'hundred' && low !== 'thousand' && low !== 'dozen') return null;
  state.current = groups.get(low) ?? 1;
  return groups.has(low) ? at + 1 : multiply(state, scales.get(low)!, at);
}

function addUnit(state: State, unit: number, at: number): number | null {
  const { current } = state;
  if (current !== null) {
    const afterTens = unit > 0 && unit < 10 && state.tens > 0;
    const afterHundred = current >= 100 && current % 100 === 0;
    if (!afterTens && !afterHundred) return null;
  }
  state.current = (current ?? 0) + unit;
  state.tens = unit >= 20 ? unit : 0;
  if (state.current % 100 !== 0) state.scale = 1;
  return at + 1;
}

function multiply(state: State, scale: number, at: number): number | null {
  const { current, total } = state;
  state.tens = 0;
  if (scale === 100 && current) state.current = current * 100;
  else if (current) {
    state.total = total + current * scale;
    state.current = null;
  } else if (current === null && total > 0) state.total = total * scale;
  else return null;
  state.scale = scale;
  return at + 1;
}

/** "2 million three hundred thousand" begins with digits; the numeral takes its scales itself. */
function startWithDigits(atoms: readonly Token[], at: number, state: State): number | null {
  const numeral = numeralAt(atoms, at);
  if (!numeral || numeral.kind !== 'integer') return null;
  const scale = scales.get(lowAt(atoms, numeral.to - 1));
  if (scale === undefined) {
    if (!groups.has(lowAt(atoms, numeral.to))) return null;
    state.current = numeral.value;
    return numeral.to;
  }
  state.total = numeral.value;
  state.scale = scale;
  return numeral.to;
}

/** "1 lakh 20 thousand": digits behind a scale belong to it where a smaller one follows. */
function continueWithDigits(atoms: readonly Token[], at: number, state: State): number | null {
  const numeral = state.current === null ? numeralAt(atoms, at) : null;
  const scale = numeral ? scales.get(lowAt(atoms, numeral.to - 1)) : undefined;
  if (!numeral || scale === undefined || numeral.value >= state.scale) return null;
  state.total += numeral.value;
  state.scale = scale;
  return numeral.to;
}
