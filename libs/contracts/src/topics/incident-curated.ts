import { IncidentCurated, IncidentCuratedV1 } from '../model/records.js';
import { defineTopic } from './contract.js';
import { FOR_EVER, ONE_MIB, RETRY_DELAYS_MS } from './settings.js';

/** A command of an analyst: merge, split or retract, with who and why. */
export const incidentCurated = defineTopic({
  name: 'incident-curated',
  description: 'A command of an analyst: merge, split or retract, with who and why.',
  owner: 'deduplicator',
  producers: ['deduplicator'],
  consumers: ['deduplicator'],
  key: 'incident id',
  versions: [
    { version: 1, schema: IncidentCuratedV1 },
    {
      version: 2,
      schema: IncidentCurated,
      // The deduplicator takes what it then knows of the named incidents.
      upcast: (value: IncidentCuratedV1): IncidentCurated => ({ ...value, subjects: [] }),
    },
  ],
  broker: { partitions: 1, retentionMs: FOR_EVER, cleanup: 'delete' },
  maxValueBytes: ONE_MIB,
  retryDelaysMs: RETRY_DELAYS_MS,
});
