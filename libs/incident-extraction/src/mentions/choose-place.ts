import type { Place, Toponym } from '@tocsin/geocoding';
import { readData } from '../lexicon/data.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Draft, Piece } from './draft.js';
import { isSomewhere } from './pieces.js';
import { type Field, fieldOf, placeFeatures } from './place-features.js';
import { bestStanding, type Candidate, candidatesOf } from './place-votes.js';

export interface ChosenPlace {
  readonly piece: Piece;
  readonly toponym: Toponym;
}

/** Fitted by tooling/fit-places. */
const { weights } = readData<{ weights: Readonly<Record<string, number>> }>('place-weights.json');

/**
 * The place that the article points at for a draft: every place it names is weighed by how and where it
 * is named, the draft's own sentences, the lead, offices and neighbours among them. Where the text keeps
 * happenings of a kind apart by place, one does not get the other's.
 *
 * @param all drafts of the article
 * @param upperCase wire copy in capitals, where datelines look like any other words
 */
export function choosePlace(
  draft: Draft,
  all: readonly Draft[],
  readings: readonly SentenceReading[],
  toponyms: readonly Toponym[],
  upperCase: boolean,
): ChosenPlace | null {
  const taken = takenByOthers(draft, all);
  const candidates = candidatesOf(draft, readings, toponyms).filter(
    ({ place }) => !taken.has(place),
  );
  const field = fieldOf(candidates, draft, upperCase);
  let best: Candidate | null = null;
  let most = -Infinity;
  for (const candidate of candidates) {
    const score = scoreOf(candidate, field);
    if (score > most) [best, most] = [candidate, score];
  }
  if (!best) return null;
  const { toponym, reading } = bestStanding(best);
  const piece = { reading, frames: [], tolls: [], time: null, place: toponym };
  return { piece, toponym };
}

/** Towns where other drafts of the kind say to be, if this one says where it is itself. */
function takenByOthers(draft: Draft, all: readonly Draft[]): ReadonlySet<Place> {
  const own = townsOf(draft);
  if (own.size === 0) return own;
  const taken = new Set<Place>();
  for (const other of all) {
    if (other === draft || other.eventClass !== draft.eventClass) continue;
    for (const town of townsOf(other)) if (!own.has(town)) taken.add(town);
  }
  return taken;
}

function townsOf({ pieces }: Draft): Set<Place> {
  const towns = new Set<Place>();
  for (const { place, reading } of pieces) {
    if (place?.place?.kind === 'city' && isSomewhere(reading.sentence, place)) {
      towns.add(place.place);
    }
  }
  return towns;
}

function scoreOf(candidate: Candidate, field: Field): number {
  let sum = 0;
  placeFeatures(candidate, field, (name, value = 1) => {
    sum += (weights[name] ?? 0) * value;
  });
  return sum;
}
