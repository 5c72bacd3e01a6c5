import { IncidentRevised } from '../model/records.js';
import { defineTopic } from './contract.js';
import { DAY_MS, ONE_MIB, RETRY_DELAYS_MS, WIDE } from './settings.js';

/** One revision of an incident: the snapshot, what changed and why, which mentions moved. */
export const incidentRevised = defineTopic({
  name: 'incident-revised',
  description:
    'One revision of an incident: the snapshot, what changed and why, which mentions moved.',
  owner: 'deduplicator',
  producers: ['deduplicator'],
  consumers: ['store'],
  key: 'incident id',
  versions: [{ version: 1, schema: IncidentRevised }],
  broker: { partitions: WIDE, retentionMs: 90 * DAY_MS, cleanup: 'delete' },
  maxValueBytes: ONE_MIB,
  retryDelaysMs: RETRY_DELAYS_MS,
});
