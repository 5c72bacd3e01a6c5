import type { Token } from './tokens.js';
import { COMPASS, DIRECTIONS, SAYING } from './words.js';

/** Where a name stands: indices of its first and last word. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** What a place may be said to be, between its name and that of what it lies in. */
const SORTS = new Set(
  'town city village suburb hamlet township port resort capital community neighborhood neighbourhood settlement district municipality island commune area'.split(
    ' ',
  ),
);
const ARTICLES = new Set(['a', 'an', 'the']);
const INSIDE = new Set(['in', 'of']);
/** Farthest that the two names stand from each other, in words between them. */
const REACH = 9;

/**
 * Whether the second of two names is said to hold the first: "Banki, a small town in northeast Nigeria", "Lille,
 * capital of the northern region of Nord".
 */
export function isHeldBy(name: Span, holder: Span, tokens: readonly Token[]): boolean {
  const begin = name.last + 1;
  const words = holder.first - begin;
  if (words < 2 || words > REACH || !tokens[begin]!.afterComma) return false;
  if (!ARTICLES.has(tokens[begin]!.lower) && !SORTS.has(tokens[begin]!.lower)) return false;
  let sort = false;
  let inside = false;
  for (let at = begin; at < holder.first; at++) {
    const { lower, joined } = tokens[at]!;
    if (at > begin && !joined) return false;
    if (SORTS.has(lower)) sort = true;
    else if (sort && INSIDE.has(lower)) inside = true;
    else if (inside ? !isPassing(lower) : RELATIVE.has(lower)) return false;
  }
  return inside && tokens[holder.first]!.joined;
}

const RELATIVE = new Set(['where', 'that', 'who', 'which', 'and', 'with']);

/** Words that may stand between "in" and the name of what something lies in: "in the north of", "in northeast". */
const isPassing = (word: string): boolean =>
  COMPASS.has(word) || DIRECTIONS.has(word) || ARTICLES.has(word) || BETWEEN.has(word);
const BETWEEN = new Set(
  'state province region department country far remote restive northeast northwest southeast southwest northeastern northwestern southeastern southwestern'.split(
    ' ',
  ),
);

/** Whether the first of two names is said to hold the second: "the French town of Nantes", "Kenya's port city Lamu". */
export function isHolderOf(holder: Span, name: Span, tokens: readonly Token[]): boolean {
  const begin = holder.last + 1;
  const words = name.first - begin;
  if (words < 1 || words > SHORT) return false;
  const of = tokens[name.first - 1]!.lower === 'of';
  if (!SORTS.has(tokens[name.first - (of ? 2 : 1)]?.lower ?? '')) return false;
  for (let at = begin; at <= name.first; at++) {
    const { lower, joined } = tokens[at]!;
    const parting = PARTING.has(lower) || (lower === 'of' && at < name.first - 1);
    if (!joined || parting || SAYING.has(lower)) return false;
  }
  return words > (of ? 1 : 0);
}

/** "in Kenya and the town of Lamu": what parts the two. */
const PARTING = new Set(
  'and or to from that but with by for as in at on near inside outside over into'.split(' '),
);
/** Most words between such names: "Ukrainian Black Sea port city of". */
const SHORT = 6;
