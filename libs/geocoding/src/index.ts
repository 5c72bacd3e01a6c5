export type { GeoHints, Geoparser, Place, Toponym } from './types.js';
export { countryOfUrl } from './country-of-url.js';
export { createGeoparser } from './geoparser.js';
export { Gazetteer } from './gazetteer.js';
export type { Candidate } from './gazetteer.js';
export { ownCopy, WordTable } from './word-table.js';
