export {
  createIncidentExtractor,
  EXTRACTOR_VERSION,
  type IncidentExtractor,
  type IncidentExtractorOptions,
} from './extractor.js';
export type { Geoparser, Place, Toponym } from '@tocsin/geocoding';
export {
  readNumbers,
  type ReadNumber,
  readOrdinals,
  type ReadOrdinal,
  readRanges,
  type ReadRange,
} from './numbers/read-numbers.js';
