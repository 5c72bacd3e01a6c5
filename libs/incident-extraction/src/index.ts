export {
  createIncidentExtractor,
  EXTRACTOR_VERSION,
  type IncidentExtractor,
  type IncidentExtractorOptions,
} from './extractor.js';
export type { Geoparser, Place, Toponym } from '@tocsin/geocoding';
export { readNumbers, type ReadNumber } from './language/read-numbers.js';
export { readTimes, type ReadTime, type ReadTimesOptions } from './time/read-times.js';
