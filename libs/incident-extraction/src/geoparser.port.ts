/** A place of the gazetteer. Coordinates in decimal degrees (WGS 84); null where the place is an area. */
export interface Place {
  name: string;
  kind: 'city' | 'admin1' | 'country' | 'region';
  admin1: string | null;
  admin2: string | null;
  countryIso3: string | null;
  latitude: number | null;
  longitude: number | null;
  geonameId: number | null;
  population: number;
}

/** A place name in a text; offsets are UTF-16 code units. */
export interface Toponym {
  start: number;
  end: number;
  words: string;
  kind: 'locative' | 'demonym' | 'metonym';
  place: Place | null;
  confidence: number;
}

/** Finds and resolves the toponyms of a text: sorted, not overlapping, resolved by document context. */
export interface Geoparser {
  toponyms(text: string, hints?: { countryIso3?: string | null }): Toponym[];
}
