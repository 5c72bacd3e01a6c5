import type { Where } from '@tocsin/contracts';
import type { Place, Toponym } from '@tocsin/geocoding';
import type { ClaimBook } from './claim-book.js';
import type { Piece } from './draft.js';

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
export function readWhere(piece: Piece | null, toponym: Toponym | null, claims: ClaimBook): Where {
  const place = toponym?.place;
  if (!piece || !place || !toponym) return { ...NOWHERE };
  const { tokens } = piece.reading.sentence;
  const from = tokens.findIndex((token) => token.end > toponym.start);
  const to = tokens.findLastIndex((token) => token.start < toponym.end) + 1;
  const claim =
    from >= 0 && to > from
      ? [claims.add('where', toponym.words, piece, from, to, toponym.confidence)]
      : [];
  return {
    place: place.kind === 'country' ? null : place.name,
    admin1: place.kind === 'admin1' ? place.name : place.admin1,
    admin2: place.admin2,
    countryIso3: place.countryIso3,
    ...coordinates(place),
    geonameId: place.geonameId,
    ...PRECISION[place.kind],
    claims: claim,
  };
}

/** ACLED's and UCDP's codes by what kind of place is named. */
const PRECISION: Readonly<Record<Place['kind'], Pick<Where, 'geoPrecision' | 'wherePrecision'>>> = {
  city: { geoPrecision: 1, wherePrecision: 1 },
  admin1: { geoPrecision: 3, wherePrecision: 4 },
  region: { geoPrecision: 3, wherePrecision: 5 },
  country: { geoPrecision: null, wherePrecision: 6 },
};

function coordinates(place: Place): Pick<Where, 'latitude' | 'longitude'> {
  if (place.kind === 'country') return { latitude: null, longitude: null };
  return { latitude: place.latitude, longitude: place.longitude };
}
