/** A place of the gazetteer. Coordinates are null only where the gazetteer knows none. */
export interface Place {
  readonly name: string;
  /**
   * `admin1` and `admin2` are divisions; `region` has no government of its own (Sahel, the Rhine);
   * `sea` includes straits and great lakes.
   */
  readonly kind: 'city' | 'admin2' | 'admin1' | 'country' | 'region' | 'continent' | 'sea';
  /** First-order division, by name. */
  readonly admin1: string | null;
  readonly admin2: string | null;
  readonly countryIso3: string | null;
  /** WGS 84 degrees; of a division the middle of its towns' box or of its area, of a country GeoNames' point. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** GeoNames id; divisions, countries and regions have none in the packages that we build from. */
  readonly geonameId: number | null;
  readonly population: number;
}

/** A place name in a text: UTF-16 offsets, `text.slice(start, end) === words`. */
export interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /**
   * `locative` says where; `demonym` names a people ("Kazakh"); `metonym` stands for a government or a
   * team ("Moscow said"). Only locatives may become an incident's place.
   */
  readonly kind: 'locative' | 'demonym' | 'metonym';
  /** Null when the words are a place name that cannot be resolved. */
  readonly place: Place | null;
  /** 0 to 1: how sure that it is this place. */
  readonly confidence: number;
}

/** What else is known of the text's origin. */
export interface GeoHints {
  /** Country of the source, ISO 3166-1 alpha-3; breaks ties only. */
  readonly countryIso3?: string | null;
}

/** Finds and resolves place names; pure, deterministic, linear in the text's length. */
export interface Geoparser {
  /** Sorted, non-overlapping. */
  toponyms(text: string, hints?: GeoHints): Toponym[];
}
