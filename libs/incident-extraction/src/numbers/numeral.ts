import type { Token } from '../text/tokens.js';
import { adjoins, lowAt } from './atoms.js';
import { scales, suffixes } from './lexicon.js';

/** A number read at some atom; `to` is exclusive. */
export interface ReadValue {
  readonly value: number;
  readonly to: number;
  readonly kind: NumberKind;
}

export type NumberKind = 'integer' | 'decimal' | 'fraction' | 'power' | 'digits' | 'vague' | 'none';

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const EUROPEAN = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$|^\d+,\d+$/;
const PLAIN = /^\d+(?:\.\d+)?$/;

/** The value of a numeral as written; null where its separators join several numbers. */
export function numeralValue(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  if (GROUPED.test(text)) return Number(text.replaceAll(',', ''));
  if (EUROPEAN.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return null;
}

/** Digits at an atom: "1,234", ".5", "10 000", "12e+3", "2^5", "4/5", "1.2m", "2 million". */
export function numeralAt(atoms: readonly Token[], at: number): ReadValue | null {
  const pointed = lowAt(atoms, at) === '.' && atoms[at + 1]?.kind === 'number';
  const inside = adjoins(atoms, at) && atoms[at - 1]!.kind !== 'mark';
  if (pointed && (!adjoins(atoms, at + 1) || inside)) return null;
  const first = pointed ? at + 1 : at;
  const atom = atoms[first];
  if (atom?.kind !== 'number') return vulgarAt(atoms, first);
  const vulgar = pointed ? null : vulgarAt(atoms, first);
  if (vulgar) return vulgar;
  const value = pointed ? Number(`.${atom.text}`) : numeralValue(atom.text);
  if (value === null || !Number.isFinite(value)) return null;
  const special = powerAt(atoms, first, value) ?? quotientAt(atoms, first, value);
  if (special) return special;
  const wide = pointed ? null : spacedAt(atoms, first);
  const read = wide ?? { value, to: first + 1 };
  return scaled(atoms, read.value, read.to);
}

/** "½", "1½": Unicode decomposes them into digits around a fraction slash. */
function vulgarAt(atoms: readonly Token[], at: number): ReadValue | null {
  const whole = atoms[at]?.kind === 'number' ? Number(atoms[at]!.text) : 0;
  const mark = whole > 0 || atoms[at]?.kind === 'number' ? at + 1 : at;
  const sign = lowAt(atoms, mark);
  if (sign.length !== 1 || sign < '¼' || Number.isNaN(whole)) return null;
  if (mark > at && !adjoins(atoms, mark)) return null;
  const parts = /^(\d+)\u2044(\d+)$/.exec(sign.normalize('NFKD'));
  if (!parts) return null;
  const value = Number((whole + Number(parts[1]) / Number(parts[2])).toPrecision(15));
  return { value, to: mark + 1, kind: 'fraction' };
}

/** "10 000 000": groups of three behind one blank each. */
function spacedAt(atoms: readonly Token[], at: number): { value: number; to: number } | null {
  if (!/^\d{1,3}$/.test(atoms[at]!.text)) return null;
  let text = atoms[at]!.text;
  let to = at + 1;
  while (/^\d{3}(?:[.,]\d+)?$/.test(lowAt(atoms, to)) && isNext(atoms, to)) {
    text += atoms[to++]!.text.replace(',', '.');
    if (text.includes('.')) break;
  }
  return to > at + 1 ? { value: Number(text), to } : null;
}

const isNext = (atoms: readonly Token[], at: number): boolean =>
  atoms[at]!.start === atoms[at - 1]!.end + 1;

/** "6.2x10^-4", "3 × 10^5". */
function scientificAt(atoms: readonly Token[], at: number, value: number): ReadValue | null {
  if (!/^[x×*·]$/.test(lowAt(atoms, at + 1)) || lowAt(atoms, at + 2) !== '10') return null;
  const power = lowAt(atoms, at + 3) === '^' ? powerAt(atoms, at + 2, 10) : null;
  const product = power ? Number((value * power.value).toPrecision(15)) : NaN;
  return Number.isFinite(product) ? { value: product, to: power!.to, kind: 'power' } : null;
}

/** "1.2e+14", "1.1^23", "6.2x10^-4". */
function powerAt(atoms: readonly Token[], at: number, value: number): ReadValue | null {
  const scientific = scientificAt(atoms, at, value);
  if (scientific) return scientific;
  const sign = lowAt(atoms, at + 1);
  if ((sign !== 'e' && sign !== '^') || !adjoins(atoms, at + 1)) return null;
  const signed = /^[+-]$/.test(lowAt(atoms, at + 2)) ? 1 : 0;
  const last = at + 2 + signed;
  const exponent = atoms[last]?.kind === 'number' ? Number(atoms[last]!.text) : NaN;
  if (!Number.isFinite(exponent) || !adjoins(atoms, last)) return null;
  const power = lowAt(atoms, at + 2) === '-' ? -exponent : exponent;
  const result = sign === 'e' ? Number(`${value}e${power}`) : value ** power;
  return Number.isFinite(result) ? { value: result, to: last + 1, kind: 'power' } : null;
}

/** "4/5", "1 3/4"; three parts are a date. */
function quotientAt(atoms: readonly Token[], at: number, value: number): ReadValue | null {
  const over = (i: number): number | null => {
    const below = atoms[i + 2];
    if (lowAt(atoms, i + 1) !== '/' || below?.kind !== 'number') return null;
    if (lowAt(atoms, i - 1) === '/' || lowAt(atoms, i + 3) === '/') return null;
    // "222-2222/2222" is a telephone's.
    if (lowAt(atoms, i - 1) === '-' && adjoins(atoms, i) && atoms[i - 2]?.kind === 'number')
      return null;
    const [above, under] = [Number(atoms[i]!.text), Number(below.text)];
    return Number.isFinite(above) && under > 0 ? above / under : null;
  };
  const own = over(at);
  if (own !== null) return { value: own, to: at + 3, kind: 'fraction' };
  const mixed = atoms[at + 1]?.kind === 'number' && !adjoins(atoms, at + 1) ? over(at + 1) : null;
  return mixed !== null && mixed < 1 && Number.isInteger(value)
    ? { value: value + mixed, to: at + 4, kind: 'fraction' }
    : null;
}

/** Takes in the scales behind digits; letters stuck to them make it a measure ("180ml"). */
function scaled(atoms: readonly Token[], value: number, at: number): ReadValue | null {
  const word = atoms[at];
  const stuck = adjoins(atoms, at) && word?.kind === 'word';
  const suffix = word ? suffixes.get(word.low) : undefined;
  // "2 k", "10 bln"; "5 m" is a length and "3 b" an address.
  // "1m" is a metre, "1M" a million; behind a point or a currency it is one too.
  const metre = word?.text === 'm' && Number.isInteger(value) && !isMoney(atoms, at - 1);
  if (metre) return null;
  if (suffix && (stuck || word!.low === 'k' || word!.low.length > 2)) {
    return whole(value * suffix, at + 1);
  }
  if (stuck) return null;
  let [product, to] = [value, at];
  for (let scale = scales.get(lowAt(atoms, to)); scale; scale = scales.get(lowAt(atoms, to))) {
    product *= scale;
    to++;
  }
  return whole(product, to);
}

const isMoney = (atoms: readonly Token[], at: number): boolean =>
  /^[$€£¥]$/.test(lowAt(atoms, at - 1));

const whole = (value: number, to: number): ReadValue => ({
  value: Number(value.toPrecision(15)),
  to,
  kind: Number.isInteger(value) ? 'integer' : 'decimal',
});
