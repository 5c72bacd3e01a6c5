import type { Place } from '@tocsin/geocoding';
import { placesFit } from './places-fit.js';
import type { Decision } from './place-decision.js';
import { isDateline } from './place-features.js';
import { relationOf } from './place-relation.js';
import type { Candidate, Standing } from './place-votes.js';

/** Whether the draft's own words say that it was there: "died during a clash in X". */
const isOwn = (standing: Standing): boolean => {
  if (standing.reading.sentence.part !== 'body') return false;
  const relation = relationOf(standing);
  return relation === 'in' || relation === 'front';
};

/**
 * A decision that the event's own clause does not contradict: where that says to be in another division or
 * country than the chosen town, which only the dateline names, its place is told.
 */
export function ownClauseFirst(decision: Decision, candidates: readonly Candidate[]): Decision {
  const { candidate } = decision;
  if (!candidate.standings.every(isDateline)) return decision;
  const own = candidates.filter(({ standings }) => standings.some(isOwn));
  if (own.length === 0 || own.some(({ place }) => placesFit(place, candidate.place)))
    return decision;
  const first = own.reduce((a, b) => (indexOf(b) < indexOf(a) ? b : a));
  return isTold(first.place) ? { candidate: first, level: 'place' } : decision;
}

const indexOf = ({ standings }: Candidate): number =>
  standings.find(isOwn)?.reading.sentence.index ?? Infinity;

/** What says more than which part of the world it was in. */
const isTold = ({ kind }: Place): boolean => kind !== 'continent' && kind !== 'sea';
