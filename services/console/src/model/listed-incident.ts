import type { Incident } from '@tocsin/contracts';

/** What lists, map and timeline need of an incident: the claims, its larger part, stay where they are. */
export const LISTED_FIELDS = [
  'revision',
  'lifecycle',
  'evidence',
  'summary',
  'what',
  'when',
  'where',
  'casualties',
  'independentSourceCount',
] as const;

export type ListedIncident = Pick<Incident, 'incidentId' | (typeof LISTED_FIELDS)[number]>;
