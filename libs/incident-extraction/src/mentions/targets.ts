import type { Target } from '@tocsin/contracts';
import { type Thing, thingsHit } from '../parties/things.js';
import type { ClaimBook } from './claim-book.js';
import type { Draft, Piece } from './draft.js';

const MAX_TARGETS = 12;

/** The things that were hit, as the text words them; each once, with what became of them. */
export function readTargets(draft: Draft, claims: ClaimBook): Target[] {
  const found = new Map<string, Target>();
  for (const piece of draft.pieces) {
    for (const thing of thingsHit(piece.reading, piece.frames)) add(found, piece, thing, claims);
  }
  return [...found.values()];
}

function add(found: Map<string, Target>, piece: Piece, thing: Thing, claims: ClaimBook): void {
  const { from, to, head, type, effect } = thing;
  const { tokens } = piece.reading.sentence;
  const words = claims.words(piece, from, to);
  const key = tokens[head]!.low.replace(/s$/, '');
  const known = found.get(key);
  if (!known && found.size >= MAX_TARGETS) return;
  const claim = claims.add('targets', words, piece, from, to, 0.5);
  if (known) {
    const kept = known.words.length >= words.length ? known.words : words;
    const became = effect ?? known.effect;
    found.set(key, {
      ...known,
      words: kept,
      ...(became ? { effect: became } : {}),
      claims: [...(known.claims ?? []), claim],
    });
    return;
  }
  const number = piece.reading.numbers.find((n) => n.from >= from - 1 && n.to <= head + 1)?.best;
  const one = number ?? (/s$/.test(tokens[head]!.low) ? undefined : 1);
  found.set(key, {
    words,
    ...(type ? { type } : {}),
    ...(one != null ? { number: one } : {}),
    ...(effect ? { effect } : {}),
    claims: [claim],
  });
}
