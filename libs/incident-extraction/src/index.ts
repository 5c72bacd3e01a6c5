export {
  createIncidentExtractor,
  EXTRACTOR_VERSION,
  type IncidentExtractor,
  type IncidentExtractorOptions,
} from './extractor.js';
export { passesGate } from './gate.js';
export type { Geoparser, Place, Toponym } from '@tocsin/geocoding';
export { violationsOf } from './mentions/check-claims-violations.js';
export {
  readNumbers,
  type ReadNumber,
  readOrdinals,
  type ReadOrdinal,
  readRanges,
  type ReadRange,
} from './numbers/read-numbers.js';
export { readTimes, type ReadTime, type ReadTimesOptions } from './time/read-times.js';
