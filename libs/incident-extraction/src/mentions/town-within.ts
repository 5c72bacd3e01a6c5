import { WordList } from '../language/word-list.js';
import { WordSigns } from '../language/word-signs.js';
import type { Draft, Piece } from './draft.js';
import type { Decision } from './place-decision.js';
import { areaOf, likeliest } from './place-decision.js';
import { isDateline } from './place-features.js';
import { directionOf, relationOf } from './place-relation.js';
import type { Candidate, Standing } from './place-votes.js';

/** A name that is believed by less may be a namesake's. */
const SURE = 0.4;

/** Where the hurt are brought, whoever is tried stands, and people come from. */
const OTHER = new WordSigns([
  'hospital hospitals airlifted flown transported hospitalized clinic medical',
  'court jail prison sentenced trial judge arraigned convicted charged extradited fled embassy',
  'originally formerly native born moved raised lived attended graduated from returned trip visit',
]);
/** How far around the name such a word says so, in tokens. */
const AROUND = 8;

/**
 * A decision for a country or division, narrowed to the town that the event's own sentences say to be in, if that is
 * the only one of them inside: "a knife attack in southern China … The attack occurred at a store in Shenzhen"; where
 * they name no town in a country, to its one division.
 */
export function townWithin(decision: Decision, candidates: readonly Candidate[]): Decision {
  const area = areaTold(decision);
  if (area === null) return decision;
  const inside = candidates.filter(
    ({ place, standings }) =>
      areaOf(place, area.level) === area.name &&
      place.kind !== area.level &&
      standings.some(isThere),
  );
  const towns = inside.filter(({ place }) => place.kind === 'city');
  const [only, second] = towns.length > 0 ? towns : inside;
  return only && !second ? { candidate: only, level: 'place' } : decision;
}

/** Least share of what an area's own places weigh, and least chance, by which one of them is told in its stead. */
const MAIN_SHARE = 0.6;
const MAIN_CHANCE = 0.25;

/**
 * A decision for a country or division that no sentence of the draft says to be in, narrowed to the place in it for which
 * most of what is named there speaks.
 */
export function mainWithin(
  decision: Decision,
  candidates: readonly Candidate[],
  chances: ArrayLike<number>,
): Decision {
  const area = areaTold(decision);
  if (area === null || saysWhole(decision, area.level)) return decision;
  const finer = ({ place }: Candidate): boolean =>
    areaOf(place, area.level) === area.name && place.kind !== area.level;
  const best = likeliest(candidates, chances, finer);
  if (best === null || chances[best]! < MAIN_CHANCE) return decision;
  let all = 0;
  candidates.forEach((each, i) => (all += finer(each) ? chances[i]! : 0));
  const main = chances[best]! >= MAIN_SHARE * all;
  return main ? { candidate: candidates[best]!, level: 'place' } : decision;
}

const ALL_OVER = /^(?:across|throughout)$/;

/** "heavy fighting across Freedonia": the draft's own words say that it was in the whole of an area. */
function saysWhole({ candidate, level }: Decision, area: 'admin1' | 'country'): boolean {
  const whole = level === 'place' && candidate.place.kind === area;
  return (
    whole &&
    candidate.standings.some(
      ({ piece, reading, from }) =>
        piece !== null && ALL_OVER.test(reading.sentence.tokens[from - 1]?.low ?? ''),
    )
  );
}

/** What only a town has, and "this city" of whoever writes from it. */
const URBAN = new WordList(
  /^(?:streets?|avenues?|boulevard|blocks?|neighborhood|neighbourhood|downtown)$/,
);
const HERE = /^(?:this|our)$/;
const CITY = /^(?:city|town|capital)$/;

/**
 * A decision for a country or division, narrowed to the town of the dateline, if that lies in it and the event's own
 * sentences name a street or "this city" and no other town: "LIMA -- Rebels bombed a bus … near Junin Street".
 */
export function datelineWithin(
  decision: Decision,
  candidates: readonly Candidate[],
  { pieces }: Draft,
): Decision {
  const area = areaTold(decision);
  if (area === null || !pieces.some(isUrban)) return decision;
  const isTown = ({ place }: Candidate): boolean => place.kind === 'city';
  const town = candidates.find((each) => isTown(each) && each.standings.some(isDateline));
  if (!town || areaOf(town.place, area.level) !== area.name) return decision;
  const other = candidates.some(
    (each) =>
      each !== town &&
      isTown(each) &&
      each.standings.some((standing) => standing.piece !== null && !isDateline(standing)),
  );
  return other ? decision : { candidate: town, level: 'place' };
}

function isUrban({ frames, reading }: Piece): boolean {
  const { tokens } = reading.sentence;
  return (
    frames.length > 0 &&
    tokens.some(
      ({ low }, at) => URBAN.test(low) || (CITY.test(low) && HERE.test(tokens[at - 1]?.low ?? '')),
    )
  );
}

/** What a decision tells of no more than the country or the first-order division; null where it is finer. */
function areaTold({
  candidate: { place },
  level,
}: Decision): { level: 'admin1' | 'country'; name: string | null } | null {
  const told = level === 'place' || level === 'near' ? place.kind : level;
  if (told !== 'admin1' && told !== 'country') return null;
  return { level: told, name: areaOf(place, told) };
}

/** Whether a sentence of the draft says that it was in a town: before its verb, behind it or with another one's. */
function isThere(standing: Standing): boolean {
  const { toponym, reading, from, to } = standing;
  if (reading.sentence.part !== 'body' || toponym.confidence < SURE) return false;
  if (isDateline(standing)) return false;
  const { tokens } = reading.sentence;
  if (directionOf(tokens, from) !== 'where') return false;
  const relation = relationOf(standing);
  if (relation !== 'in' && relation !== 'front' && relation !== 'aside') return false;
  return OTHER.within(tokens, from - AROUND, to + AROUND) === 0;
}
