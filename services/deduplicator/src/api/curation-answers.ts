import type { CommandView, CurationChange, IncidentCurated } from '@tocsin/contracts';
import type { Revision } from '../stages/revision.js';

export const changeOf = ({ incident, change, linked, unlinked }: Revision): CurationChange => ({
  incidentId: incident.incidentId,
  change,
  revision: incident.revision,
  lifecycle: incident.lifecycle,
  mergedInto: incident.mergedInto,
  summary: incident.summary,
  place: incident.where.place ?? incident.where.admin1 ?? incident.where.countryIso3,
  start: incident.when.start,
  end: incident.when.end,
  killed: incident.casualties.killed?.best ?? null,
  articleCount: incident.articleCount,
  linked: linked.length,
  unlinked: unlinked.length,
});

export const viewOf = ({ subjects: _, ...view }: IncidentCurated): CommandView => view;
