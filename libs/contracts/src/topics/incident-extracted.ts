import { IncidentExtracted, IncidentExtractedV1 } from '../model/records.js';
import { defineTopic } from './contract.js';
import { DAY_MS, ONE_MIB, RETRY_DELAYS_MS, WIDE } from './settings.js';

/** All mentions of one article version, possibly none; replaces the earlier set of the article. */
export const incidentExtracted = defineTopic({
  name: 'incident-extracted',
  description:
    'All mentions of one article version, possibly none; replaces the earlier set of the article.',
  owner: 'extractor',
  producers: ['extractor'],
  consumers: ['deduplicator'],
  key: 'article id',
  versions: [
    { version: 1, schema: IncidentExtractedV1 },
    {
      version: 2,
      schema: IncidentExtracted,
      // Without keywords its mentions are linked by time and place alone.
      upcast: (value: IncidentExtractedV1): IncidentExtracted => ({ ...value, keywords: [] }),
    },
  ],
  broker: { partitions: WIDE, retentionMs: 7 * DAY_MS, cleanup: 'delete' },
  maxValueBytes: ONE_MIB,
  retryDelaysMs: RETRY_DELAYS_MS,
});
