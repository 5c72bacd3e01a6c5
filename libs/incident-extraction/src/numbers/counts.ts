import type { Token } from '../text/tokens.js';
import { atomsOf, lowAt } from './atoms.js';
import { type BoundedNumber, boundedNumbers } from './bounded.js';
import { countsPeople } from './guards.js';
import { groups, none, scales, units, vague } from './lexicon.js';
import { WordSet } from '../language/word-list.js';

/** A number as the text bounds it; null = open. */
export interface Quantity {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** From a vague word ("dozens"), by ACLED's rule. */
  readonly vague: boolean;
}

/** So many, neither more nor fewer. */
export const exactly = (n: number): Quantity => ({ low: n, best: n, high: n, vague: false });

/** A number expression in a sentence, bounds included ("at least two dozen"); `to` is exclusive. */
export interface NumberExpression extends Quantity {
  readonly from: number;
  readonly to: number;
  /** Where the number itself begins, behind its bound ("at least"). */
  readonly core: number;
}

/** More than this is no count of people at one place. */
const MAX_COUNT = 1e8;

/** Every number of a sentence that can count people: whole, and no age, date, measure or address. */
export function findNumbers(tokens: readonly Token[]): NumberExpression[] {
  if (!tokens.some(opensNumber)) return [];
  const atoms = atomsOf(tokens);
  const found: NumberExpression[] = [];
  for (const bounded of boundedNumbers(atoms)) {
    const { from, core, coreTo, to } = bounded;
    const [first, start] = [from, core].map((at) => startingAt(tokens, atoms[at]!.start));
    const [end, last] = [coreTo, to].map((at) => endingAt(tokens, atoms[at - 1]!.end));
    // Half a token is an age ("25-year-old"), a time or a code.
    if (first === undefined || start === undefined || end === undefined || last === undefined)
      continue;
    if (!isCount(bounded) || !countsPeople(tokens, start, end)) continue;
    if (isSurname(tokens, start, bounded)) continue;
    const of = bounded.number.kind !== 'vague' && isGroup(tokens, end) ? 1 : 0;
    found.push({ from: first, to: last + of, core: start, ...quantity(bounded) });
  }
  return found;
}

/** "a couple of", "a pair of": what follows is what they count. */
const isGroup = (tokens: readonly Token[], end: number): boolean =>
  lowAt(tokens, end) === 'of' && groups.has(lowAt(tokens, end - 1));

/** Words that begin a number, or a compound that does. */
const OPENERS = new WordSet([
  ...[units, vague, scales, groups].flatMap((words) => [...words.keys()]),
  ...none.words,
  'half',
]);

function opensNumber({ kind, low, spelling }: Token): boolean {
  if (kind !== 'word') return kind === 'number';
  if (OPENERS.has(low)) return true;
  if (spelling?.plain) return false;
  const dash = low.indexOf('-');
  return dash > 0 && OPENERS.has(low.slice(0, dash));
}

/** The token that begins at an offset of the text. */
function startingAt(tokens: readonly Token[], offset: number): number | undefined {
  const at = tokenAt(tokens, offset);
  return tokens[at]?.start === offset ? at : undefined;
}

/** The token behind the one that ends at an offset of the text. */
function endingAt(tokens: readonly Token[], offset: number): number | undefined {
  const at = tokenAt(tokens, offset - 1);
  return tokens[at]?.end === offset ? at + 1 : undefined;
}

/** The first token that ends behind an offset of the text. */
function tokenAt(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Chris Few", "injuring Few": a vague word with a capital behind one, or alone amid small letters. */
function isSurname(tokens: readonly Token[], at: number, { number }: BoundedNumber): boolean {
  const { capital, text } = tokens[at]!;
  if (number.kind !== 'vague' || !capital || text === text.toUpperCase()) return false;
  // "Scores of people" counts, whatever stands before it.
  if (lowAt(tokens, at + 1) === 'of') return false;
  if (tokens[at - 1]?.capital) return true;
  return (
    tokens[at - 1]?.kind === 'word' && !tokens[at + 1]?.capital && tokens[at + 1]?.kind !== 'word'
  );
}

function isCount({ number }: BoundedNumber): boolean {
  const { value, kind } = number;
  return kind !== 'digits' && Number.isInteger(value) && value >= 0 && value <= MAX_COUNT;
}

/** ACLED's rule: a vague word and a lower bound give low and best and leave the top open. */
function quantity({ number, bound, high, low }: BoundedNumber): Quantity {
  const { value } = number;
  const isVague = number.kind === 'vague';
  if (bound === 'range') return { low, best: low, high, vague: false };
  if (isVague || bound === '>' || bound === '>=')
    return { low: value, best: value, high: null, vague: isVague };
  if (bound === '<' || bound === '<=') return { low: null, best: value, high: value, vague: false };
  return exactly(value);
}
