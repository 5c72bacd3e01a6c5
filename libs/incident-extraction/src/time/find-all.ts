import type { Token } from '../text/tokens.js';
import { type Atom, atomsOf, mayHoldTime } from './atoms.js';
import { beginnings } from './beginnings.js';
import type { Phrase } from './expression.js';
import { readPhrase } from './read-phrase.js';
import { onDay, resolve, resolveEnds } from './resolve.js';
import type { Context, Span } from './span.js';
import { tenseAt } from './tense.js';

/** A phrase with where it stands, resolved. */
export interface FoundTime {
  readonly phrase: Phrase;
  /** Tokens `from`..`to` (exclusive). */
  readonly from: number;
  readonly to: number;
  /** UTF-16 offsets, those of the wide reading with prepositions. */
  readonly start: number;
  readonly end: number;
  readonly wideStart: number;
  readonly wideEnd: number;
  readonly span: Span;
  readonly ends?: readonly [FoundTime, FoundTime];
}

/** All times of a sentence. A context without a direction leaves it to the verb beside each time. */
export function findAll(tokens: readonly Token[], context: Context): FoundTime[] {
  if (!mayHoldTime(tokens)) return [];
  const atoms = atomsOf(tokens);
  const begins = beginnings(atoms);
  const found: FoundTime[] = [];
  let last = context.last ?? null;
  for (let i = 0; i < atoms.length;) {
    const phrase = begins[i] ? readPhrase(atoms, i) : null;
    const time = phrase && resolved(phrase, atoms, tokens, { ...context, last });
    if (time) {
      found.push(time);
      if (time.span.dated && time.span.start !== null) last = time.span;
    }
    i = time && phrase ? Math.max(phrase.wideTo, i + 1) : i + 1;
  }
  return context.news ? onNearestDays(found, tokens) : found;
}

function resolved(
  phrase: Phrase,
  atoms: readonly Atom[],
  tokens: readonly Token[],
  context: Context,
): FoundTime | null {
  const placed = located(phrase, atoms);
  const direction = context.direction ?? tenseAt(tokens, placed.from, placed.to);
  const span = resolve(phrase.expression, { ...context, direction });
  if (!span) return null;
  const { expression, ends } = phrase;
  if (!ends || expression.kind !== 'range') return { ...placed, span };
  const [first, second] = resolveEnds(expression, { ...context, direction })!;
  return {
    ...placed,
    span,
    ends: [
      { ...located(ends[0], atoms), span: first },
      { ...located(ends[1], atoms), span: second },
    ],
  };
}

function located(phrase: Phrase, atoms: readonly Atom[]): Omit<FoundTime, 'span'> {
  const [first, last] = [atoms[phrase.from]!, atoms[phrase.to - 1]!];
  return {
    phrase,
    from: first.token,
    to: last.token + 1,
    start: first.start,
    end: last.end,
    wideStart: atoms[phrase.wideFrom]!.start,
    wideEnd: atoms[phrase.wideTo - 1]!.end,
  };
}

const isWholeDay = ({ span }: FoundTime): boolean =>
  span.dated && span.type === 'DATE' && span.grain === 'day';

/** "8 days after taking office on 1 June": what is told was not on that day. */
function isCountedFrom({ from }: FoundTime, tokens: readonly Token[]): boolean {
  for (let at = from - 1; at > Math.max(0, from - COUNTED); at--)
    if (/^(?:after|before)$/.test(tokens[at]!.low)) return COUNTS.test(tokens[at - 1]!.low);
  return false;
}

/** How far behind "after" such a day stands, in tokens. */
const COUNTED = 7;
const COUNTS = /^(?:days?|weeks?|months?|years?)$/;

/** A time of day without its own day is of the day nearest to it in the sentence. */
function onNearestDays(found: FoundTime[], tokens: readonly Token[]): FoundTime[] {
  const days = found.filter((time) => isWholeDay(time) && !isCountedFrom(time, tokens));
  if (days.length === 0) return found;
  // Both lists run from left to right, so one pass sees each day twice at most.
  let next = 0;
  return found.map((time) => {
    while (next < days.length && days[next]!.from < time.from) next++;
    const { span } = time;
    if (span.dated || span.type !== 'TIME' || time.ends) return time;
    const [before, after] = [days[next - 1], days[next]];
    const nearer =
      before && (!after || time.from - before.to <= after.from - time.to) ? before : after;
    return nearer ? { ...time, span: onDay(span, nearer.span.start!) } : time;
  });
}
