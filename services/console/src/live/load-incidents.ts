import type { ListedIncident } from '../model/listed-incident.js';
import { readAbilities } from '../api/abilities.js';
import { getAnswer, type Answer } from '../api/get-json.js';
import { apiQuery } from '../filters/api-query.js';
import { NO_FILTERS, type Filters } from '../filters/filters.js';

export interface IncidentPage {
  readonly items: readonly ListedIncident[];
  readonly nextCursor: string | null;
}

/** What one page holds of a search that matches millions: enough to see, little enough to draw. */
export const MOST_SHOWN = 1_000;

/** One page of what is looked for. */
export async function loadPage(
  filters: Filters,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Answer<IncidentPage>> {
  const { incidentParameters } = await readAbilities();
  const query = apiQuery(filters, incidentParameters);
  if (cursor !== null) query.set('cursor', cursor);
  return getAnswer<IncidentPage>(`/v1/incidents?${query}`, signal);
}

/** What changed, whatever it is: an incident that no longer fits must go. */
export async function loadChanges(
  sinceMs: number,
  signal: AbortSignal,
): Promise<Answer<IncidentPage>> {
  const { incidentParameters } = await readAbilities();
  const query = apiQuery(NO_FILTERS, incidentParameters);
  query.set('sort', 'updatedAt');
  query.set('updatedSince', new Date(Math.max(0, sinceMs)).toISOString());
  return getAnswer<IncidentPage>(`/v1/incidents?${query}`, signal);
}
