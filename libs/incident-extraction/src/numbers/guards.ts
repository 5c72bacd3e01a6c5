import type { Token } from '../text/tokens.js';
import { lowAt } from './atoms.js';
import { notCountedAfter, notCountedBefore, units } from './lexicon.js';

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
  if (before === 'than' && /^(?:young|old)er$/.test(lowAt(tokens, from - 2))) return false;
  if (notCountedAfter.has(after) || notCountedBefore.has(before)) return false;
  if (after === '-' && notCountedAfter.has(lowAt(tokens, to + 1))) return false;
  // "Image 2 of 9": which of a gallery, and how many it has.
  if (
    before === 'of' &&
    notCountedBefore.has(lowAt(tokens, from - 3)) &&
    isDigits(tokens, from - 2)
  )
    return false;
  if (isDay(before, after) || isDay(shortened(tokens, from), '') || isNumbered(tokens, from))
    return false;
  if (scored(tokens, from, to) || isAge(tokens, from, to)) return false;
  const only = tokens[from]!;
  return to > from + 1 || only.kind !== 'number' || digitsCount(tokens, from, to);
}

/** "January 5", "5 January"; "5 may" could be a verb. */
const isDay = (before: string, after: string): boolean =>
  (MONTH.test(before) && before !== 'may') ||
  before === 'may' ||
  (MONTH.test(after) && after !== 'may');

/** "Dec. 30": the month before its point. */
const shortened = (tokens: readonly Token[], from: number): string =>
  lowAt(tokens, from - 1) === '.' ? lowAt(tokens, from - 2) : '';

const isDigits = (tokens: readonly Token[], at: number): boolean => tokens[at]?.kind === 'number';

/** How far back the word stands that makes a list of numbers ages, in tokens. */
const AGES_REACH = 12;

/** "ages 7 and 10", "in age from 31 to 40"; "Two men, 19 and 20, were", "a girl, 3." */
function isAge(tokens: readonly Token[], from: number, to: number): boolean {
  // "aged 30 and two women": what has a noun of its own counts.
  if (!AGE_FOLLOWERS.test(lowAt(tokens, to))) return false;
  let at = from - 1;
  while (from - at < AGES_REACH && isListed(tokens[at])) at--;
  const opening = lowAt(tokens, at);
  if (AGE.test(opening)) return true;
  // "of Ann Roe, also 18.", "two girls, 13 and 17 years of age".
  if (opening === 'also' && lowAt(tokens, at - 1) === ',') return at === from - 1;
  if (/^years?$/.test(lowAt(tokens, listEnd(tokens, to)))) return true;
  // "Two teens, both 18,".
  if (/^(?:both|each)$/.test(opening) && tokens[from]!.kind === 'number') return at === from - 1;
  if (/^(?:from|between)$/.test(opening) && AGE.test(lowAt(tokens, at - 1))) return true;
  if (lowAt(tokens, at + 1) !== ',' || tokens[at + 2]?.kind !== 'number') return false;
  if (Number(tokens[from]!.low) >= 120) return false;
  return isAgesOfMany(tokens, at + 2) || /^[.,]?$/.test(lowAt(tokens, listEnd(tokens, to)));
}

/** "Two men, 18 and 20, and one woman": two numerals between commas, of whom the list goes on. */
const isAgesOfMany = (tokens: readonly Token[], first: number): boolean =>
  lowAt(tokens, first + 1) === 'and' &&
  tokens[first + 2]?.kind === 'number' &&
  lowAt(tokens, first + 3) === ',' &&
  lowAt(tokens, first + 4) === 'and';

const AGE = /^age[sd]?$/;
const AGE_FOLLOWERS =
  /^(?:[.,;:)–—-]|and|&|or|to|were|was|are|is|in|at|of|who|from|respectively)?$/;

/** What stands between the ages of a list. */
const isListed = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' || /^(?:,|and|&|to|or)$/.test(token.low) || units.has(token.low));

/** Where a list of bare numbers ends: at its closing comma or at the first thing that is none of it. */
function listEnd(tokens: readonly Token[], to: number): number {
  let at = to;
  while (at - to < AGES_REACH && isListed(tokens[at])) at++;
  return lowAt(tokens, at - 1) === ',' ? at - 1 : at;
}

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
  if (before === ',' && /^[,;]$/.test(after) && value < 120) return false;
  // "Ann Roe 16, was shot": several would have been.
  if (value > 1 && after === ',' && /^(?:was|is|has)$/.test(lowAt(tokens, to + 1))) return false;
  const capitals = [from - 2, from - 3].filter((at) => tokens[at]?.capital).length;
  const named = before === ',' && value < 120;
  if (named && capitals > 0 && /^(?:was|is|who)$/.test(after)) return false;
  if (named && capitals > 1 && /^(?:and|\.|;|of)$/.test(after)) return false;
  return !(before === '(' && after === ')');
}

/** A sentence's point is followed by a blank or nothing. */
const isStuck = (tokens: readonly Token[], mark: number): boolean =>
  tokens[mark]!.low !== '.' || tokens[mark + 1]?.start === tokens[mark]!.end;
