import { areaOf, type Decision, type PlaceLevel } from './place-decision.js';
import { isDateline, isOffice } from './place-features.js';
import type { Candidate, Standing } from './place-votes.js';
import { kmApart } from './places-fit.js';

/** A city of so many people has quarters that are called like towns elsewhere. */
const CITY = 100_000;
/** A name that is believed by so much says where a report is from. */
const SURE = 0.7;
/** A town that is believed by more is meant, whosever police report. */
const MEANT = 0.95;
/** Farthest that a city's police and news go, in km. */
const FAR = 100;

/**
 * A decision for a town far from the city whose police the article names, where nothing else speaks for that town's
 * state: the name is a quarter's of the city, which is told in its stead. "Shot in Austin … Chicago police said". A city
 * that only the dateline names has no quarters in another of its country's divisions: much is reported from a capital.
 */
export function cityOfQuarter(decision: Decision, candidates: readonly Candidate[]): Decision {
  const { candidate, level } = decision;
  const { place, standings } = candidate;
  if (place.kind !== 'city' || (level !== 'place' && level !== 'near')) return decision;
  if (standings.some(isOwn) || believedBy(standings) >= MEANT) return decision;
  const others = candidates.filter((each) => each !== candidate);
  const share = (area: PlaceLevel): boolean =>
    others.some((each) => areaOf(each.place, area) === areaOf(place, area));
  if (share('admin1')) return decision;
  const isFrom = ({ place: city, standings: named }: Candidate): boolean => {
    if (city.kind !== 'city' || city.population < CITY) return false;
    if ((kmApart(city, place) ?? 0) < FAR || believedBy(named) < SURE) return false;
    return named.some(isOffice) || (named.some(isDateline) && !share('country'));
  };
  const city = others.find(isFrom);
  return city ? { candidate: city, level: 'near' } : decision;
}

/** Where a report is from, or whose police are named, something is. */
const isOwn = (standing: Standing): boolean => isDateline(standing) || isOffice(standing);

const believedBy = (standings: readonly Standing[]): number =>
  Math.max(...standings.map(({ toponym }) => toponym.confidence));
