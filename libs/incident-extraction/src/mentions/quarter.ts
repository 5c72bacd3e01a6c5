import { areaOf, type Decision } from './place-decision.js';
import { isDateline, isOffice } from './place-features.js';
import { isShouted } from '../text/dateline.js';
import { WordList } from '../language/word-list.js';
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
 * state: the name is a quarter's of the city, which is told in its stead. "Shot in Austin … Chicago police said". The
 * dateline's city is as good in American local news; elsewhere much is reported from a capital.
 */
export function cityOfQuarter(decision: Decision, candidates: readonly Candidate[]): Decision {
  const { candidate, level } = decision;
  const { place, standings } = candidate;
  if (place.kind !== 'city' || (level !== 'place' && level !== 'near')) return decision;
  const quarter = standings.some(isQuarter);
  if (!quarter && (standings.some(isOwn) || believedBy(standings) >= MEANT)) return decision;
  const others = candidates.filter((each) => each !== candidate);
  const division = areaOf(place, 'admin1');
  if (others.some((each) => areaOf(each.place, 'admin1') === division)) return decision;
  const local = isAmerican(others);
  const isFrom = ({ place: city, standings: named }: Candidate): boolean => {
    if (city.kind !== 'city' || city.population < CITY) return false;
    if ((kmApart(city, place) ?? 0) < FAR || believedBy(named) < SURE) return false;
    if (quarter && named.some((one) => standings.some((each) => isBehind(one, each)))) return true;
    return named.some(isOffice) || (local && named.some(isDateline));
  };
  const city = others.find(isFrom);
  return city ? { candidate: city, level: 'near' } : decision;
}

/** "In the Gresham neighborhood": but not "in a Springfield neighborhood". */
function isQuarter({ reading, from, to }: Standing): boolean {
  const { tokens } = reading.sentence;
  if (!QUARTER.test(tokens[to]?.low ?? '') || tokens[to + 1]?.low === 'of') return false;
  const before = tokens[from - 1]?.low ?? '';
  // Wire copy in capitals: "IN ESCALON NEIGHBORHOOD".
  if (before === 'in' && isShouted(tokens[to]!.text)) return true;
  return before === 'the' || (COMPASS.test(before) && tokens[from - 2]?.low === 'the');
}
/** "in the Gresham neighborhood, northern Chicago": right behind it in its sentence. */
const isBehind = (city: Standing, quarter: Standing): boolean =>
  city.reading === quarter.reading && city.from > quarter.to && city.from - quarter.to <= NEXT;
/** How far behind its quarter the city stands, in tokens. */
const NEXT = 6;
const QUARTER = new WordList(/^(?:neighborhood|neighbourhood|section|quarter|barrio)$/);
const COMPASS = new WordList(/^(?:north|south|east|west|upper|lower)$/);

/** Whether most of what is named lies in the United States, whose local news seldom names its state. */
function isAmerican(candidates: readonly Candidate[]): boolean {
  const own = candidates.filter(({ place }) => place.countryIso3 === 'USA');
  return own.length > candidates.length / 2;
}

/** Where a report is from, or whose police are named, something is. */
const isOwn = (standing: Standing): boolean => isDateline(standing) || isOffice(standing);

const believedBy = (standings: readonly Standing[]): number =>
  Math.max(...standings.map(({ toponym }) => toponym.confidence));
