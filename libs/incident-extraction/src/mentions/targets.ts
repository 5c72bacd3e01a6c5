import type { Target } from '@tocsin/contracts';
import { DETERMINERS, PHRASE_STOPS } from '../language/function-words.js';
import { DAMAGED, DESTROYED, targetNouns } from '../lexicon/targets.js';
import { triggers } from '../lexicon/triggers.js';
import type { Token } from '../text/tokens.js';
import type { ClaimBook } from './claim-book.js';
import type { Draft, Piece } from './draft.js';

/** Senses that act on things; a kidnapping in a house is no attack on the house. */
const ON_THINGS = new Set([
  'bombing',
  'explosion',
  'arson',
  'sabotage',
  'attack',
  'loot',
  'grenade',
  'shelling',
  'air-strike',
  'drone-strike',
  'rob',
  'suicide-bomb',
]);
const MAX_TARGETS = 12;

/** The things that were hit, as the text words them; each once, with what became of them. */
export function readTargets(draft: Draft, claims: ClaimBook): Target[] {
  const found = new Map<string, Target>();
  for (const piece of draft.pieces) {
    if (!piece.frames.some((frame) => ON_THINGS.has(frame.trigger.sense.id))) continue;
    const { tokens } = piece.reading.sentence;
    for (const { from, to, value } of targetNouns.findAll(tokens)) {
      if (found.size >= MAX_TARGETS || tokens[to]?.low === "'s" || targetNouns.at(tokens, to))
        continue;
      add(found, piece, leftEdge(tokens, from), to, value, claims);
    }
  }
  return [...found.values()];
}

function add(
  found: Map<string, Target>,
  piece: Piece,
  from: number,
  to: number,
  type: string,
  claims: ClaimBook,
): void {
  const words = claims.words(piece, from, to);
  const { tokens } = piece.reading.sentence;
  const key = tokens[to - 1]!.low;
  if (found.has(key)) return;
  const number = piece.reading.numbers.find((n) => n.from >= from - 1 && n.to <= to)?.best;
  const effect = effectOf(tokens);
  found.set(key, {
    words,
    type,
    ...(number ? { number } : {}),
    ...(effect ? { effect } : {}),
    claims: [claims.add('targets', words, piece, from, to, 0.5)],
  });
}

function effectOf(tokens: readonly Token[]): string | null {
  if (tokens.some((token) => DESTROYED.has(token.low))) return 'destroyed';
  return tokens.some((token) => DAMAGED.has(token.low)) ? 'damaged' : null;
}

/** Adjectives and names before the noun belong to the phrase, determiners and verbs don't. */
function leftEdge(tokens: readonly Token[], head: number): number {
  let from = head;
  while (from > 0 && head - from < 4) {
    const token = tokens[from - 1]!;
    if (token.kind === 'mark' || PHRASE_STOPS.has(token.low) || DETERMINERS.has(token.low)) break;
    if (triggers.at(tokens, from - 1)) break;
    from--;
  }
  return from;
}
