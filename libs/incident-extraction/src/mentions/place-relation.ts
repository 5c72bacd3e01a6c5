import type { Frame } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import { datelineEnd } from '../text/dateline.js';
import type { Token } from '../text/tokens.js';
import type { Standing } from './place-votes.js';
import { WordList, WordSet } from '../language/word-list.js';

/**
 * How a place stands to what its sentence tells:
 * - `in`: "were killed in X", "an attack near X"
 * - `front`: "In X, three were killed"
 * - `modifies`: "the X bombing"
 * - `said`: within the words of who says so, "police in X said"
 * - `subject`: "officers in X arrested two men", who may have been sent elsewhere
 * - `aside`: behind another verb, "was shot when he came home to the flat in X"
 * - `from`, `to`, `of`: by that preposition
 * - `bare`: none of these
 */
export type Relation =
  'in' | 'front' | 'modifies' | 'said' | 'subject' | 'aside' | 'from' | 'to' | 'of' | 'bare';

const WHERE = new WordSet(
  'in at near outside inside around on across throughout within'.split(' '),
);
const WAYS: ReadonlyMap<string, 'from' | 'to' | 'of'> = new Map(
  Object.entries({
    from: 'from',
    to: 'to',
    into: 'to',
    toward: 'to',
    towards: 'to',
    of: 'of',
  }),
);
/** "in the city of X": what stands before "of" is the place itself. */
const SORT =
  /^(?:city|town|village|township|district|province|department|state|county|region|area|suburb|neighborhood|neighbourhood|municipality|capital|port|outskirts|north|south|east|west|center|centre|jurisdiction|island|republic)$/;

/** The relation of a place to the frames of its draft; null where the draft tells nothing in the sentence. */
export function relationOf({ reading, piece, from, to }: Standing): Relation | null {
  if (!piece || piece.frames.length === 0) return null;
  const { tokens } = reading.sentence;
  const { spans } = reading.attribution;
  if (spans.some((span) => from >= span.from && from < span.to)) return 'said';
  const noun = (frame: Frame): boolean => frame.trigger.form === 'noun';
  if (piece.frames.some((frame) => noun(frame) && frame.from >= to && frame.from - to <= 1)) {
    return 'modifies';
  }
  const at = prepositionBefore(tokens, from);
  const way = wayOf(tokens, at);
  if (way !== 'where') return way ?? 'bare';
  if (isFront(reading, at)) return 'front';
  const verbBetween = verbsOf(reading);
  if (piece.frames.some((frame) => frame.to <= at && !verbBetween(frame.to, at))) return 'in';
  const later = piece.frames.find((frame) => frame.from >= to);
  return later && !verbBetween(to, later.from) ? 'subject' : 'aside';
}

/** Whether the words before a name say that it is where, or from, to or of which; null where they do not. */
export const directionOf = (tokens: readonly Token[], from: number) =>
  wayOf(tokens, prepositionBefore(tokens, from));

function wayOf(tokens: readonly Token[], at: number): 'where' | 'from' | 'to' | 'of' | null {
  if (at < 0) return null;
  const { low } = tokens[at]!;
  return WHERE.has(low) ? 'where' : (WAYS.get(low) ?? null);
}

/** Farthest that a preposition stands from its name, in tokens: "in the northern port city of X". */
const REACH = 8;

/** Index of the preposition that a name stands behind, -1 without one; "in X, Y" says where Y is, too. */
function prepositionBefore(tokens: readonly Token[], from: number): number {
  for (let i = from - 1; i >= 0 && i >= from - REACH; i--) {
    const { low, kind } = tokens[i]!;
    if (WHERE.has(low)) return i;
    if (low === 'of' && SORT.test(tokens[i - 1]?.low ?? '')) continue;
    if (WAYS.has(low)) return i;
    if (kind === 'mark' && !(low === ',' && tokens[i - 1]?.capital)) return -1;
  }
  return -1;
}

/** Whether nothing but adverbs and days stands before a preposition: "Also today in X, a judge was shot". */
function isFront(
  { sentence: { tokens }, syntax: { pos }, times }: SentenceReading,
  at: number,
): boolean {
  const isTime = (i: number): boolean => times.some(({ from, to }) => i >= from && i < to);
  for (let i = beginning(tokens); i < at; i++) {
    const free = ADVERBIAL.test(tokens[i]!.low) || pos[i] === 'ADV' || isTime(i);
    if (!free) return false;
  }
  return true;
}

const ADVERBIAL = new WordList(/^(?:also|and|but|on|at|[,]|meanwhile|moreover|likewise)$/);

/** The first token of what a sentence tells: behind a dateline's dash. */
function beginning(tokens: readonly Token[]): number {
  return datelineEnd(tokens) + 1;
}

/** Whether a verb group lies between two tokens of a sentence. */
function verbsOf({ syntax }: SentenceReading): (from: number, to: number) => boolean {
  return (from, to) => syntax.clauses.some(({ verb }) => verb.from >= from && verb.to <= to);
}
