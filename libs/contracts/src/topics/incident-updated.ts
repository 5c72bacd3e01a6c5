import { IncidentUpdated } from '../model/records.js';
import { defineTopic } from './contract.js';
import { DAY_MS, FOR_EVER, ONE_MIB, RETRY_DELAYS_MS, WIDE } from './settings.js';

/** The public product: the newest snapshot of every incident, at most 64 KiB. */
export const incidentUpdated = defineTopic({
  name: 'incident-updated',
  description: 'The public product: the newest snapshot of every incident, at most 64 KiB.',
  owner: 'deduplicator',
  producers: ['deduplicator'],
  consumers: [],
  isPublic: true,
  key: 'incident id',
  headers: {
    type: 'The finest type that is known: ACLED sub-event type, else hazard, PLOVER type, family.',
    country: 'ISO 3166 alpha-3, empty where none is known.',
    change: 'created, updated, merged, split or retracted.',
    revision: 'The revision of the snapshot, decimal; the higher one holds.',
  },
  versions: [{ version: 1, schema: IncidentUpdated }],
  broker: {
    partitions: WIDE,
    retentionMs: FOR_EVER,
    cleanup: 'compact',
    maxCompactionLagMs: DAY_MS,
    deleteRetentionMs: 30 * DAY_MS,
  },
  maxValueBytes: ONE_MIB / 16,
  retryDelaysMs: RETRY_DELAYS_MS,
});
