import type { Place, Toponym } from '@tocsin/geocoding';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Draft, Piece } from './draft.js';

/** Where a toponym stands in an article. */
export interface Standing {
  readonly toponym: Toponym;
  readonly reading: SentenceReading;
  /** Index of the toponym's first token in its sentence, and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** The draft's piece of this sentence, if it has one. */
  readonly piece: Piece | null;
}

/** A place that may be the draft's, with everywhere that the article names it. */
export interface Candidate {
  readonly place: Place;
  readonly standings: readonly Standing[];
}

/** Every place that the article names outside its captions, for one draft. */
export function candidatesOf(
  draft: Draft,
  readings: readonly SentenceReading[],
  toponyms: readonly Toponym[],
): Candidate[] {
  const pieces = new Map(draft.pieces.map((piece) => [piece.reading, piece]));
  const byPlace = new Map<Place, Standing[]>();
  let next = 0;
  for (const reading of readings) {
    const { start, end, part, tokens } = reading.sentence;
    for (; next < toponyms.length && toponyms[next]!.start < start; next++);
    let from = 0;
    for (; next < toponyms.length && toponyms[next]!.end <= end; next++) {
      const toponym = toponyms[next]!;
      if (part === 'caption' || !toponym.place) continue;
      while (from < tokens.length && tokens[from]!.end <= toponym.start) from++;
      let to = from;
      while (to < tokens.length && tokens[to]!.start < toponym.end) to++;
      const standing = { toponym, reading, from, to, piece: pieces.get(reading) ?? null };
      const known = byPlace.get(toponym.place);
      if (known) known.push(standing);
      else byPlace.set(toponym.place, [standing]);
    }
  }
  return [...byPlace].map(([place, standings]) => ({ place, standings }));
}

/** The standing that shows best that the incident was there: the draft's own before others. */
export function bestStanding({ standings }: Candidate): Standing {
  const own = standings.find(({ piece, toponym }) => piece?.place === toponym);
  const inside = standings.find(({ piece }) => piece?.reading.sentence.part === 'body');
  return own ?? inside ?? standings.find(({ piece }) => piece) ?? standings[0]!;
}
