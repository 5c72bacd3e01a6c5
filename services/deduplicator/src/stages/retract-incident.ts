import type { Incident, IncidentCurated } from '@tocsin/contracts';
import { changedFields } from '@tocsin/dedup';
import type { IncidentIndex } from '../index/incident-index.port.js';
import type { Revision } from './revision.js';

/** Takes an incident back in an analyst's name. One that is merged away or taken back already stays as it is. */
export async function retractIncident(
  { incidentId, reason, at }: IncidentCurated,
  index: IncidentIndex,
): Promise<Revision[]> {
  const [known] = await index.incidents([incidentId]);
  if (known === undefined || known.snapshot.lifecycle !== 'active') return [];
  const incident: Incident = {
    ...known.snapshot,
    revision: known.snapshot.revision + 1,
    lifecycle: 'retracted',
    retraction: { reason, at },
  };
  await index.saveIncidents([{ ...known, snapshot: incident }]);
  return [
    {
      incident,
      change: 'retracted',
      changedFields: changedFields(known.snapshot, incident),
      reason,
      linked: [],
      unlinked: [],
      causedBy: null,
    },
  ];
}
