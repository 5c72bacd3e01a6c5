import { IncidentCurated } from '../model/records.js';
import { defineTopic } from './contract.js';
import { FOR_EVER, ONE_MIB, RETRY_DELAYS_MS } from './settings.js';

/** A command of an analyst: merge, split or retract, with who and why. */
export const incidentCurated = defineTopic({
  name: 'incident-curated',
  description: 'A command of an analyst: merge, split or retract, with who and why.',
  owner: 'store',
  producers: ['store', 'cli'],
  consumers: ['deduplicator'],
  key: 'incident id',
  versions: [{ version: 1, schema: IncidentCurated }],
  broker: { partitions: 1, retentionMs: FOR_EVER, cleanup: 'delete' },
  maxValueBytes: ONE_MIB,
  retryDelaysMs: RETRY_DELAYS_MS,
});
