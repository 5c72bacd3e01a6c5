import type { Toponym } from '@tocsin/geocoding';
import { readData } from '../lexicon/data.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Draft } from './draft.js';
import { ownClauseFirst } from './own-place.js';
import { namedSite, namedTown } from './named-town.js';
import {
  aroundOf,
  chosen,
  type ChosenPlace,
  doubtfulTown,
  isOpen,
  isWide,
  unknownTown,
} from './open-place.js';
import { believed, decide } from './place-decision.js';
import { cityOfQuarter } from './quarter.js';
import { type AddFeature, fieldFeatures, fieldOf, placeFeatures } from './place-features.js';
import { datelineWithin, mainWithin, townWithin } from './town-within.js';
import { datelineCountry, isNationals } from './nationals.js';
import { bestStanding, candidatesOf } from './place-votes.js';

/** Fitted by tooling/fit-places. */
const { weights } = readData<{ weights: Readonly<Record<string, number>> }>('place-weights.json');
const WEIGHTS = new Map(Object.entries(weights));

/**
 * The place that the article points at for a draft: every place it names is weighed by how and where it
 * is named, the draft's own sentences, the lead, offices and neighbours among them. Where no place is
 * likely enough, its division or country is told; null where not even a country is.
 *
 * @param all drafts of the article
 * @param toponyms of every kind: peoples and governments tell whose country the article is about
 * @param upperCase wire copy in capitals
 */
export function choosePlace(
  draft: Draft,
  all: readonly Draft[],
  readings: readonly SentenceReading[],
  toponyms: readonly Toponym[],
  upperCase: boolean,
): ChosenPlace | null {
  const candidates = candidatesOf(draft, all, readings, toponyms);
  if (candidates.length === 0) return null;
  const field = fieldOf(candidates, draft, all, toponyms, upperCase);
  const some = sumOf((add) => fieldFeatures(field, add));
  const odds = candidates.map((candidate) =>
    Math.exp(Math.min(MOST, some + sumOf((add) => placeFeatures(candidate, field, add)))),
  );
  // That none of them is it has odds of 1.
  const total = odds.reduce((sum, each) => sum + each, 1);
  const nationals = candidates.map(isNationals);
  const chances = odds.map((each, i) => (nationals[i] ? 0 : each / total));
  const decision = decide(candidates, chances);
  const own = decision && townWithin(ownClauseFirst(decision, candidates), candidates);
  const here = own && datelineWithin(own, candidates, draft);
  const main = here && mainWithin(here, candidates, chances);
  const likely = main && cityOfQuarter(main, candidates);
  const sure = likely && believed(likely, candidates);
  const named =
    (isOpen(sure) ? namedTown(draft, readings, toponyms, upperCase) : null) ??
    (isWide(sure) ? namedSite(draft, readings, toponyms, upperCase) : null);
  const town = named && unknownTown(named, aroundOf(sure, toponyms));
  if (town) return town;
  if (likely && sure?.level !== likely.level)
    return doubtfulTown(likely, sure, candidates, toponyms);
  const least = sure ?? (nationals.includes(true) ? datelineCountry(candidates) : null);
  return least && chosen(bestStanding(least.candidate), least.level);
}

/** Beyond it probabilities differ no more. */
const MOST = 60;

function sumOf(fill: (add: AddFeature) => void): number {
  let sum = 0;
  fill((name, value = 1) => {
    sum += (WEIGHTS.get(name) ?? 0) * value;
  });
  return sum;
}
