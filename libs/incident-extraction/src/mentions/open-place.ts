import type { Place, Toponym } from '@tocsin/geocoding';
import type { Piece } from './draft.js';
import { type NamedTown, placeOf, spelled } from './named-town.js';
import { areaOf, type Decision, kindTold, type PlaceLevel } from './place-decision.js';
import { isDateline } from './place-features.js';
import { bestStanding, type Candidate, type Standing } from './place-votes.js';

export interface ChosenPlace {
  readonly piece: Piece;
  readonly toponym: Toponym;
  /** How much of the toponym's place is told. */
  readonly level: PlaceLevel;
  /** Where something was said: its town, not the country alone. */
  readonly spoken?: boolean;
}

export function chosen(
  { reading, toponym: named }: Standing,
  level: PlaceLevel,
  toponym = named,
): ChosenPlace {
  const piece = { reading, frames: [], tolls: [], time: null, place: toponym };
  return { piece, toponym, level };
}

/** Whose people is told by such a word behind its name: "a Buffalo man". */
const PEOPLE =
  /^(?:man|men|woman|women|residents?|teens?|teenager|boy|girl|couple|father|mother|native|family)$/;

/** Whether a finer place may be told: no town is, or one that only the dateline or people's homes name. */
export function isOpen(decision: Decision | null): boolean {
  if (!decision) return true;
  const { candidate, level } = decision;
  if (level === 'admin1' || level === 'country') return true;
  const { kind } = candidate.place;
  return kind === 'city' ? candidate.standings.every(isAside) : kind !== 'admin2';
}

function isAside(standing: Standing): boolean {
  const { tokens } = standing.reading.sentence;
  return isDateline(standing) || PEOPLE.test(tokens[standing.to]?.low ?? '');
}

type Around = Pick<Place, 'admin1' | 'countryIso3'>;

/** Whether no more than the country or a division is told. */
export function isWide(decision: Decision | null): boolean {
  if (!decision) return false;
  return WIDE.has(kindTold(decision.candidate.place, decision.level));
}

const WIDE: ReadonlySet<string> = new Set(['admin1', 'country', 'region']);

/** What is known to lie around a place that a decision leaves open; null where not even the country is. */
export function aroundOf(decision: Decision | null, toponyms: readonly Toponym[]): Around | null {
  if (!decision) return countryOf(toponyms);
  const { place } = decision.candidate;
  const division = decision.level === 'admin1' || place.kind === 'admin1';
  return { admin1: division ? place.admin1 : null, countryIso3: place.countryIso3 };
}

/** Least share of an article's names by which it is about one country. */
const ABOUT = 0.6;

function countryOf(toponyms: readonly Toponym[]): Around | null {
  const counts = new Map<string, number>();
  for (const { place } of toponyms) {
    const iso3 = place?.countryIso3;
    if (iso3) counts.set(iso3, (counts.get(iso3) ?? 0) + 1);
  }
  const [top] = [...counts].sort(([, a], [, b]) => b - a);
  return top && top[1] >= ABOUT * toponyms.length ? { admin1: null, countryIso3: top[0] } : null;
}

/** A town that no gazetteer knows, in what is known to be around it. */
export function unknownTown(town: NamedTown, around: Around | null): ChosenPlace | null {
  if (!around?.countryIso3) return null;
  const { piece, from, to, words, division } = town;
  const { tokens } = piece.reading.sentence;
  const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
  const finer = division?.countryIso3 === around.countryIso3;
  const place = placeOf(words, finer ? division : around);
  const toponym = { start, end, words, kind: 'locative', place, confidence: 0.5 } as const;
  return { piece: { ...piece, place: toponym }, toponym, level: 'place' };
}

/**
 * A town whose name may as well be another's: its name without a point, in the division or country that is told, or
 * that all other towns of the article lie in.
 *
 * @param told what is sure of it; null where all else that the article names lies abroad
 */
export function doubtfulTown(
  { candidate }: Decision,
  told: Decision | null,
  candidates: readonly Candidate[],
  toponyms: readonly Toponym[],
): ChosenPlace | null {
  const standing = bestStanding(candidate);
  const rest = toponyms.filter(({ place }) => place !== candidate.place);
  const known = told ? aroundOf(told, toponyms) : countryOf(rest);
  if (!known) return null;
  const division = divisionOf(candidates.filter((each) => each !== candidate));
  const finer = known.admin1 === null && division?.countryIso3 === known.countryIso3;
  const around = finer ? division : known;
  const { words } = standing.toponym;
  const place = placeOf(spelled(words, words === words.toUpperCase()), around);
  return chosen(standing, 'place', { ...standing.toponym, place });
}

/** A name that is believed by so much says where the rest lies. */
const SURE = 0.4;

/** The division that all of two or more other towns and counties of an article lie in. */
function divisionOf(candidates: readonly Candidate[]): Around | null {
  const points = candidates.filter(
    ({ place: { kind }, standings }) =>
      (kind === 'city' || kind === 'admin2') &&
      standings.some(({ toponym }) => toponym.confidence >= SURE),
  );
  const areas = new Set(points.map(({ place }) => areaOf(place, 'admin1')));
  const [first] = points;
  if (points.length < 2 || areas.size !== 1 || first!.place.admin1 === null) return null;
  return { admin1: first!.place.admin1, countryIso3: first!.place.countryIso3 };
}
