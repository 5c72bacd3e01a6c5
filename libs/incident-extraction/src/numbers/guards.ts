import type { Token } from '../text/tokens.js';
import { lowAt } from './atoms.js';
import { notCountedAfter, notCountedBefore } from './lexicon.js';

const MONTH =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?\.?$/;

/** Marks that join digits into times, dates, scores, codes and telephone numbers. */
const JOINTS = /^[-/:.#]$/;

/**
 * Whether the number at tokens `from`..`to` can count people: ages, dates, clock times, calibres,
 * money, distances, routes, addresses, scores, percentages and telephone numbers cannot.
 */
export function countsPeople(tokens: readonly Token[], from: number, to: number): boolean {
  const before = lowAt(tokens, from - 1);
  const after = lowAt(tokens, to);
  if (notCountedAfter.has(after) || notCountedBefore.has(before)) return false;
  if (after === '-' && notCountedAfter.has(lowAt(tokens, to + 1))) return false;
  if (isDay(before, after) || isNumbered(tokens, from)) return false;
  if (scored(tokens, from, to)) return false;
  const only = tokens[from]!;
  return to > from + 1 || only.kind !== 'number' || digitsCount(tokens, from, to);
}

/** "January 5", "5 January"; "5 may" could be a verb. */
const isDay = (before: string, after: string): boolean =>
  (MONTH.test(before) && before !== 'may') ||
  before === 'may' ||
  (MONTH.test(after) && after !== 'may');

/** "No. 7": neither none nor seven. */
function isNumbered(tokens: readonly Token[], at: number): boolean {
  const no = lowAt(tokens, at) === 'no' ? at : at - 2;
  if (lowAt(tokens, no) !== 'no' || lowAt(tokens, no + 1) !== '.') return false;
  return tokens[no + 2]?.kind === 'number';
}

/** "won 3-1", "9-1-1", "10-15 years". */
function scored(tokens: readonly Token[], from: number, to: number): boolean {
  const joint = (i: number): boolean => lowAt(tokens, i) === '-' && tokens[i]!.start > 0;
  const left = joint(from - 1) && tokens[from - 2]?.kind === 'number';
  const right = joint(to) && tokens[to + 1]?.kind === 'number';
  return left || right;
}

function digitsCount(tokens: readonly Token[], from: number, to: number): boolean {
  const only = tokens[from]!;
  const before = lowAt(tokens, from - 1);
  const after = lowAt(tokens, to);
  const value = Number(only.low);
  if (value >= 1900 && value <= 2100) return false;
  if (JOINTS.test(after) && tokens[to]!.start === only.end && isStuck(tokens, to)) return false;
  if (JOINTS.test(before) && tokens[from - 1]!.end === only.start && before !== '-') return false;
  // An age in apposition: "Smith, 25, was killed", "Ann Smith, 25 and", "Smith (25)".
  if (before === ',' && after === ',' && value < 120) return false;
  const named = before === ',' && tokens[from - 2]?.capital && tokens[from - 3]?.capital;
  if (named && value < 120 && /^(?:and|\.|;|of|was|is|who)$/.test(after)) return false;
  return !(before === '(' && after === ')');
}

/** A sentence's point is followed by a blank or nothing. */
const isStuck = (tokens: readonly Token[], mark: number): boolean =>
  tokens[mark]!.low !== '.' || tokens[mark + 1]?.start === tokens[mark]!.end;
