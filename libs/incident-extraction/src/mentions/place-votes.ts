import type { Place, Toponym } from '@tocsin/geocoding';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Draft, Piece } from './draft.js';
import { relationOf } from './place-relation.js';
import { isFarFrom, lendsName } from './lent-name.js';
import { placesFit } from './places-fit.js';

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

/**
 * Every place that the article names outside its captions, and not only in a road's or gang's name, for one draft.
 * Where the text keeps happenings of a kind apart by place, a later one does not get an earlier one's.
 *
 * @param all drafts of the article, in order
 */
export function candidatesOf(
  draft: Draft,
  all: readonly Draft[],
  readings: readonly SentenceReading[],
  toponyms: readonly Toponym[],
): Candidate[] {
  const pieces = new Map(draft.pieces.map((piece) => [piece.reading, piece]));
  const taken = takenByEarlier(draft, all);
  const { listed } = draft;
  const byPlace = new Map<Place, Standing[]>();
  for (const each of standingsIn(readings, toponyms)) {
    const { toponym, reading, from, to } = each;
    const place = toponym.place!;
    if (taken.has(place) || (listed && !placesFit(listed.place, place))) continue;
    const piece = pieces.get(reading) ?? null;
    const standing = piece ? { toponym, reading, from, to, piece } : each;
    const known = byPlace.get(place);
    if (known) known.push(standing);
    else byPlace.set(place, [standing]);
  }
  return [...byPlace].map(([place, standings]) => ({ place, standings }));
}

interface Standings {
  readonly toponyms: readonly Toponym[];
  readonly readings: readonly SentenceReading[];
  readonly standings: readonly Standing[];
}

/**
 * Of the article that was asked about last: all its drafts are. No `WeakMap`, for V8's scavenger takes a weak map's
 * values for alive until the key's death is noted: those of all articles since the scavenge before were copied with all
 * their readings, 2.5 MB each time where it is 0.6 now.
 */
let last: Standings | null = null;

/** Where places are named outside captions and names of roads and other things, with no draft's piece. */
function standingsIn(
  readings: readonly SentenceReading[],
  toponyms: readonly Toponym[],
): readonly Standing[] {
  if (last?.toponyms === toponyms && last.readings === readings) return last.standings;
  const standings: Standing[] = [];
  let next = 0;
  for (const reading of readings) {
    const { start, end, part, tokens } = reading.sentence;
    for (; next < toponyms.length && toponyms[next]!.start < start; next++);
    let from = 0;
    for (; next < toponyms.length && toponyms[next]!.end <= end; next++) {
      const toponym = toponyms[next]!;
      if (part === 'caption' || !toponym.place || toponym.kind !== 'locative') continue;
      while (from < tokens.length && tokens[from]!.end <= toponym.start) from++;
      let to = from;
      while (to < tokens.length && tokens[to]!.start < toponym.end) to++;
      if (!lendsName(tokens, from, to) && !isFarFrom(tokens, from))
        standings.push({ toponym, reading, from, to, piece: null });
    }
  }
  last = { toponyms, readings, standings };
  return standings;
}

/** Towns where earlier drafts of the kind say to be, if this one says where it is itself. */
function takenByEarlier(draft: Draft, all: readonly Draft[]): ReadonlySet<Place> {
  const own = townsOf(draft);
  const taken = new Set<Place>();
  if (own.size === 0) return taken;
  for (const other of all.slice(0, Math.max(0, all.indexOf(draft)))) {
    if (other.eventClass !== draft.eventClass) continue;
    for (const town of townsOf(other)) if (!own.has(town)) taken.add(town);
  }
  return taken;
}

/** Towns that a draft's sentences say to be where it happened, by its own verb or noun. */
function townsOf({ pieces }: Draft): Set<Place> {
  const towns = new Set<Place>();
  for (const piece of pieces) {
    const { place: toponym, reading } = piece;
    if (toponym?.place?.kind !== 'city') continue;
    const { tokens } = reading.sentence;
    const from = tokens.findIndex(({ end }) => end > toponym.start);
    const behind = tokens.findIndex(({ start }) => start >= toponym.end);
    const to = behind < 0 ? tokens.length : behind;
    const relation = relationOf({ toponym, reading, from, to, piece });
    if (relation === 'in' || relation === 'front') towns.add(toponym.place);
  }
  return towns;
}

/** The standing that shows best that the incident was there: the draft's own before others. */
export function bestStanding({ standings }: Candidate): Standing {
  const own = standings.find(({ piece, toponym }) => piece?.place === toponym);
  const inside = standings.find(({ piece }) => piece?.reading.sentence.part === 'body');
  return own ?? inside ?? standings.find(({ piece }) => piece) ?? standings[0]!;
}
