import type { Toponym } from '@tocsin/geocoding';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Draft, Piece } from './draft.js';
import { isSomewhere } from './pieces.js';

export interface ChosenPlace {
  readonly piece: Piece;
  readonly toponym: Toponym;
}

interface Vote {
  weight: number;
  readonly chosen: ChosenPlace;
}

/** Sentences whose places speak for the whole article: the title, the dateline and the lead. */
const LEAD = 4;

/**
 * The place that most of a draft's sentences point at. Its own sentences weigh most, the earliest
 * first; the lead and repetitions elsewhere decide between them.
 */
export function choosePlace(
  draft: Draft,
  readings: readonly SentenceReading[],
  toponyms: readonly Toponym[],
): ChosenPlace | null {
  const votes = new Map<string, Vote>();
  const vote = (toponym: Toponym, reading: SentenceReading, weight: number): void => {
    const key = `${toponym.place!.kind}:${toponym.place!.name}:${toponym.place!.countryIso3}`;
    const known = votes.get(key);
    if (known) known.weight += weight;
    else votes.set(key, { weight, chosen: { toponym, piece: pieceOf(reading, toponym) } });
  };
  for (const [order, piece] of draft.pieces.entries()) {
    if (piece.place) vote(piece.place, piece.reading, 4 / (1 + order / 2));
  }
  for (const reading of readings) {
    const { index, start, end, part } = reading.sentence;
    if (part === 'caption') continue;
    for (const toponym of toponyms) {
      if (toponym.start < start || toponym.end > end) continue;
      vote(toponym, reading, index < LEAD ? 0.8 + dateline(toponym, reading) : 0.2);
    }
  }
  const country = ownCountry(draft);
  const within = ({ chosen }: Vote): boolean =>
    country === null || chosen.toponym.place!.countryIso3 === country;
  return best([...votes.values()].filter(within));
}

/**
 * The country that a draft's own sentence gives by its name or a division's: a report datelined abroad is
 * not of there. A town's country is too often the wrong one of two that share the name.
 */
function ownCountry(draft: Draft): string | null {
  for (const { place, reading } of draft.pieces) {
    const area = place && place.place!.kind !== 'city' ? place.place : null;
    if (place && area && isSomewhere(reading.sentence, place)) return area.countryIso3;
  }
  return null;
}

/** "BEECH GROVE, Ind. --": in capitals at the beginning of a paragraph. */
function dateline({ words, start }: Toponym, { sentence }: SentenceReading): number {
  const capitals = words === words.toUpperCase() && words.length > 3;
  return capitals && start - sentence.start < 20 ? 1.5 : 0;
}

const FINENESS = { city: 1, admin1: 0.5, region: 0.4, country: 0.25 } as const;

function best(votes: readonly Vote[]): ChosenPlace | null {
  let top: Vote | null = null;
  for (const { weight, chosen } of votes) {
    const fine = weight * FINENESS[chosen.toponym.place!.kind];
    if (!top || fine > top.weight) top = { weight: fine, chosen };
  }
  return top?.chosen ?? null;
}

const pieceOf = (reading: SentenceReading, place: Toponym): Piece => ({
  reading,
  frames: [],
  tolls: [],
  time: null,
  place,
});
