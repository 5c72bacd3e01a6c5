import type { Token } from '../text/tokens.js';
import { adjoins, lowAt } from './atoms.js';
import { cardinalAt } from './cardinal.js';
import { fractionAt } from './fraction.js';
import { boundsBefore, groups, none, scales, units, vague } from './lexicon.js';
import { numeralAt, numeralValue, type NumberKind, type ReadValue } from './numeral.js';
import { WordSet } from '../language/word-list.js';

/** A number in a text without its bounds: atoms `from`..`to` (exclusive). */
export interface NumberPhrase {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly kind: NumberKind;
}

/** Every number of a text, vague words and "none" among them, left to right, not overlapping. */
export function numbersIn(atoms: readonly Token[]): NumberPhrase[] {
  const found: NumberPhrase[] = [];
  for (let at = 0; at < atoms.length;) {
    if (!opensNumber(atoms[at]!)) {
      at++;
      continue;
    }
    const split = splitNumeral(atoms, at);
    const phrase = split.length === 0 ? phraseAt(atoms, at) : null;
    found.push(...split);
    if (phrase) found.push(phrase);
    at = phrase?.to ?? at + 1;
  }
  return found;
}

const OPENERS = new WordSet([
  ...[units, scales, groups, vague].flatMap((words) => [...words.keys()]),
  ...none.words,
  'a',
  'an',
  'half',
  'minus',
  'negative',
]);

/** One look at each atom: most words begin no number. */
const opensNumber = ({ kind, low }: Token): boolean =>
  kind === 'number' ||
  (kind === 'mark' ? low === '-' || low === '.' || low >= '¼' : OPENERS.has(low));

/** The number that begins at an atom, its sign included. */
export function phraseAt(atoms: readonly Token[], at: number): NumberPhrase | null {
  const signed = signAt(atoms, at);
  const read = readAt(atoms, signed ? at + 1 : at);
  if (!read) return null;
  if (signed && (read.kind === 'none' || read.kind === 'vague')) return null;
  return { from: at, to: read.to, kind: read.kind, value: signed ? -read.value : read.value };
}

/** "minus", "negative", or a minus that joins nothing. */
function signAt(atoms: readonly Token[], at: number): boolean {
  const low = lowAt(atoms, at);
  if (low === 'minus' || low === 'negative') return true;
  if (low !== '-') return false;
  // "- 10": a sign where nothing stands before it.
  if (!adjoins(atoms, at + 1)) return at === 0 || /^[(=:]$/.test(lowAt(atoms, at - 1));
  return !adjoins(atoms, at) || !/[\p{L}\d)]/u.test(lowAt(atoms, at - 1));
}

function readAt(atoms: readonly Token[], at: number): ReadValue | null {
  const low = lowAt(atoms, at);
  if (low === '') return null;
  const cardinal = cardinalAt(atoms, at);
  const read =
    digitsAt(atoms, at) ??
    fractionAt(atoms, at, cardinal) ??
    (cardinal ? { ...cardinal, kind: 'integer' as const } : numeralAt(atoms, at));
  if (read) return isPronoun(atoms, at, read) ? null : read;
  // "no fewer than" bounds a number.
  if (none.has(low) && !boundsBefore.at(atoms, at)) {
    const one = low === 'no' && lowAt(atoms, at + 1) === 'one';
    const dashed = low === 'no' && lowAt(atoms, at + 1) === '-' && lowAt(atoms, at + 2) === 'one';
    return { value: 0, to: at + (dashed ? 3 : one ? 2 : 1), kind: 'none' };
  }
  const few = vague.get(low);
  if (few === undefined) return null;
  return { value: few, to: at + (lowAt(atoms, at + 1) === 'of' ? 2 : 1), kind: 'vague' };
}

const BEFORE_PRONOUN = /^(?:the|this|that|these|those|which|any|every|each|another|no)$/;
/** What a counting "one" has behind it even after "the". */
const COUNTED = /^(?:person|man|woman|boy|girl|child|officer|victim|of|in|who|that|other)$/;

/** "the one you mentioned": no number. */
function isPronoun(atoms: readonly Token[], at: number, { to, value }: ReadValue): boolean {
  if (value !== 1 || to !== at + 1 || lowAt(atoms, at) !== 'one') return false;
  return BEFORE_PRONOUN.test(lowAt(atoms, at - 1)) && !COUNTED.test(lowAt(atoms, to));
}

/** "nine one one": three digits and more, spelled. */
function digitsAt(atoms: readonly Token[], at: number): ReadValue | null {
  let text = '';
  let to = at;
  while (to < atoms.length && text.length <= 15) {
    const digit = units.get(atoms[to]!.low);
    if (digit === undefined || digit > 9) break;
    text += String(digit);
    to++;
  }
  return text.length >= 3 && text.length <= 15 ? { value: Number(text), to, kind: 'digits' } : null;
}

/** "22,24,26" and "192.168.1.2" are several numbers; their atoms stay one. */
function splitNumeral(atoms: readonly Token[], at: number): NumberPhrase[] {
  const atom = atoms[at]!;
  if (atom.kind !== 'number' || numeralValue(atom.text) !== null) return [];
  return atom.text
    .split(/[.,]/)
    .map((part) => ({ from: at, to: at + 1, value: Number(part), kind: 'integer' }));
}
