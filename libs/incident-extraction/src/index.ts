export {
  createIncidentExtractor,
  EXTRACTOR_VERSION,
  type IncidentExtractor,
  type IncidentExtractorOptions,
} from './extractor.js';
export { passesGate } from './gate.js';
export type { Geoparser, Place, Toponym } from '@tocsin/geocoding';
export { readNumbers, type ReadNumber } from './language/read-numbers.js';
export { violationsOf } from './mentions/check-claims-violations.js';
