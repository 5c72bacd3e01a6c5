import type { Incident, IncidentRevised } from '@tocsin/contracts';
import { jsonBytes, trimIncident } from '@tocsin/dedup';
import type { Output } from '@tocsin/messaging';

/** One revision, and the article whose message brought it about. */
export interface Revision extends IncidentRevised {
  /** Null when an analyst's command did. */
  readonly causedBy: string | null;
}

/** UTF-8 bytes; the topics' own limits less what the envelope of a revision may need. */
const REVISED_BYTES = 900 * 1024;
export const UPDATED_BYTES = 64 * 1024 - 512;

/** The two records of a revision: the history's and the public one, which holds the newest state alone. */
export function outputsOf({ causedBy: _, ...revised }: Revision): Output[] {
  const { incident, change } = revised;
  const key = incident.incidentId;
  const bytes = jsonBytes(incident);
  return [
    {
      topic: 'incident-revised',
      key,
      value: { ...revised, incident: trimIncident(incident, REVISED_BYTES, bytes) },
    },
    {
      topic: 'incident-updated',
      key,
      value: trimIncident(incident, UPDATED_BYTES, bytes),
      headers: {
        type: typeOf(incident),
        country: incident.where.countryIso3 ?? '',
        change,
        revision: String(incident.revision),
      },
    },
  ];
}

/** The finest type that is known, so that a subscriber can filter without parsing. */
function typeOf({ what }: Incident): string {
  return what.acledSubEventType ?? what.hazardType ?? what.ploverType ?? what.family;
}
