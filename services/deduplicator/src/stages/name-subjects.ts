import type { CurationSubject } from '@tocsin/contracts';
import { slimmed } from '@tocsin/dedup';
import type { IncidentIndex } from '../index/incident-index.port.js';

/** Mentions that a command names over all of its incidents: about half of what a record may hold. */
export const MOST_NAMED = 400;

/**
 * The incidents that a command is about, each by its own mentions; of a large one by those that are named first and by
 * the earliest, which hold what is like them.
 * @param leaving mentions that have to be among them
 */
export async function nameSubjects(
  incidentIds: readonly string[],
  leaving: readonly string[],
  index: IncidentIndex,
): Promise<CurationSubject[]> {
  const each = Math.floor(MOST_NAMED / Math.max(1, incidentIds.length));
  const members = await index.membersOf(incidentIds, leaving, each);
  const byIncident = Map.groupBy(members, ({ incidentId }) => incidentId);
  return incidentIds.flatMap((incidentId) => {
    const own = byIncident.get(incidentId) ?? [];
    if (own.length === 0) return [];
    const mentions = own.map(({ articleId, mention }) => ({
      articleId,
      mention: slimmed(mention),
    }));
    return [{ incidentId, mentions }];
  });
}
