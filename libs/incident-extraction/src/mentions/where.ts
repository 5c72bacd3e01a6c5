import type { Where } from '@tocsin/contracts';
import type { Place, Toponym } from '@tocsin/geocoding';
import type { Token } from '../text/tokens.js';
import type { ClaimBook } from './claim-book.js';
import type { Piece } from './draft.js';
import type { PlaceLevel } from './place-decision.js';

const NOWHERE: Where = {
  place: null,
  admin1: null,
  admin2: null,
  countryIso3: null,
  latitude: null,
  longitude: null,
  geonameId: null,
  geoPrecision: null,
  wherePrecision: null,
  claims: [],
};

/** The place field from the piece that names it; never a coordinate finer than the text. */
export function readWhere(
  piece: Piece | null,
  toponym: Toponym | null,
  claims: ClaimBook,
  level: PlaceLevel = 'place',
): Where {
  const place = toponym?.place;
  if (!piece || !place || !toponym) return { ...NOWHERE };
  const { tokens } = piece.reading.sentence;
  const from = tokens.findIndex((token) => token.end > toponym.start);
  const to = tokens.findLastIndex((token) => token.start < toponym.end) + 1;
  const claim =
    from >= 0 && to > from
      ? [claims.add('where', toponym.words, piece, from, to, toponym.confidence)]
      : [];
  const where: Where = {
    place: isVast(place) ? null : place.name,
    admin1: place.kind === 'admin1' ? place.name : place.admin1,
    admin2: place.admin2,
    countryIso3: place.countryIso3,
    ...coordinates(place),
    geonameId: place.geonameId,
    ...precision(place, level === 'near' || isNear(tokens, from)),
    claims: claim,
  };
  return level === 'admin1' || level === 'country' ? coarsen(where, level) : where;
}

/** No more than the division or the country; neither has a point of its own unless it is named. */
export function coarsen(where: Where, level: 'admin1' | 'country'): Where {
  const coarse = { place: null, admin2: null, latitude: null, longitude: null, geonameId: null };
  if (level === 'admin1' && where.admin1 !== null)
    return { ...where, ...coarse, ...PRECISION.admin1 };
  const codes = where.countryIso3 === null ? UNKNOWN : PRECISION.country;
  return { ...where, ...coarse, admin1: null, ...codes };
}

type Codes = Pick<Where, 'geoPrecision' | 'wherePrecision'>;

/** ACLED's and UCDP's codes by what kind of place is named. */
const PRECISION: Readonly<Record<Place['kind'], Codes>> = {
  city: { geoPrecision: 1, wherePrecision: 1 },
  admin2: { geoPrecision: 2, wherePrecision: 3 },
  admin1: { geoPrecision: 3, wherePrecision: 4 },
  region: { geoPrecision: 3, wherePrecision: 5 },
  sea: { geoPrecision: 3, wherePrecision: 7 },
  country: { geoPrecision: null, wherePrecision: 6 },
  continent: { geoPrecision: null, wherePrecision: null },
};

const UNKNOWN: Codes = { geoPrecision: null, wherePrecision: null };

/** "near X", "outside X": within 25 km of the town, not in it. */
const NEAR = /^(?:near|outside|nearby)$/;
const DISTANCE = /^(?:miles?|km|kms|kilomet(?:er|re)s?|blocks|minutes)$/;
/** How far before the name its distance stands, in tokens: "miles to the south-east of X". */
const REACH = 6;

/** "near X", "40 miles south of X", "some 20 km from X": the name is what the place is told by. */
function isNear(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.low ?? '';
  if (NEAR.test(before)) return true;
  if (!/^(?:of|from)$/.test(before)) return false;
  for (let i = at - 2; i >= Math.max(0, at - REACH); i--) {
    if (DISTANCE.test(tokens[i]!.low)) return true;
    if (tokens[i]!.kind === 'mark' && tokens[i]!.low !== '-') return false;
  }
  return false;
}

function precision(place: Place, near: boolean): Codes {
  // A town that no gazetteer knows lies somewhere in what is around it.
  if (place.latitude === null && place.kind === 'city') {
    return PRECISION[place.admin1 === null ? 'country' : 'admin1'];
  }
  return near && place.kind === 'city'
    ? { geoPrecision: 2, wherePrecision: 2 }
    : PRECISION[place.kind];
}

/** No coordinate says where in a country or continent it was. */
const isVast = ({ kind }: Place): boolean => kind === 'country' || kind === 'continent';

function coordinates(place: Place): Pick<Where, 'latitude' | 'longitude'> {
  if (isVast(place)) return { latitude: null, longitude: null };
  return { latitude: place.latitude, longitude: place.longitude };
}
