import type { Place } from '@tocsin/geocoding';
import { isShouted } from '../text/dateline.js';
import { daysBetween } from '../time/calendar.js';
import type { Draft, Piece } from './draft.js';
import type { ChosenPlace } from './open-place.js';
import { kindTold } from './place-decision.js';
import { directionOf } from './place-relation.js';
import { WordList } from '../language/word-list.js';

/** Places by the drafts that they were chosen for. */
type Places = ReadonlyMap<Draft, ChosenPlace | null>;

/**
 * The place of a draft of which no more is told than its country or division, and no town in its own sentences: the one
 * town in there of all other drafts of its kind ("Five killed in Jordan attacks … In Karak gunmen opened fire"). Else
 * what was chosen for it.
 */
export function townOfOthers(draft: Draft, places: Places): ChosenPlace | null {
  const own = places.get(draft) ?? null;
  if (!own || !isWide(own) || draft.listed || draft.pieces.some(saysWhere)) return own;
  const towns = [...places].flatMap(([other, place]) =>
    other !== draft && isOfKind(other, draft) && place && isTown(place) ? [place] : [],
  );
  const [town] = towns;
  if (!town || towns.some((each) => !isSame(each, town))) return own;
  return liesIn(town.toponym.place!, own) ? town : own;
}

const isTown = ({ toponym: { place }, level }: ChosenPlace): boolean =>
  (level === 'place' || level === 'near') && place?.kind === 'city';

/** Farther back than this, in days, another incident says nothing of where one was. */
const LONG_AGO = 365;

const isOfKind = (other: Draft, draft: Draft): boolean =>
  other.eventClass === draft.eventClass &&
  !draft.pieces.some(({ time }) =>
    other.pieces.some((one) => time && one.time && daysBetween(one.time.end, time.end) > LONG_AGO),
  );

const isSame = (a: ChosenPlace, b: ChosenPlace): boolean =>
  a.toponym.place!.name === b.toponym.place!.name;

/** Whether no more than a country or a division is told. */
function isWide({ toponym: { place }, level }: ChosenPlace): boolean {
  const told = kindTold(place!, level);
  return told === 'admin1' || told === 'country';
}

function liesIn(town: Place, { toponym: { place }, level }: ChosenPlace): boolean {
  if (town.countryIso3 !== place!.countryIso3) return false;
  return kindTold(place!, level) !== 'admin1' || town.admin1 === place!.admin1;
}

const ALL_OVER = new WordList(/^(?:across|throughout|nationwide|countrywide)$/);

/** Whether a sentence says in which town it was, or that it was all over an area. */
function saysWhere({ place, reading: { sentence } }: Piece): boolean {
  const { tokens } = sentence;
  if (tokens.some(({ low }) => ALL_OVER.test(low))) return true;
  if (place?.place?.kind !== 'city' && place?.place?.kind !== 'admin2') return false;
  const at = tokens.findIndex(({ end }) => end > place.start);
  const dateline = at === 0 && isShouted(place.words);
  return !dateline && directionOf(tokens, at) === 'where';
}
