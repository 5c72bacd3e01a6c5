import { toldAt, type Telling } from '@tocsin/dedup';
import type { SearchLocks } from '../index/search-locks.js';
import type {
  IncidentIndex,
  IndexedIncident,
  Neighbourhood,
} from '../index/incident-index.port.js';
import type { IndexedArticle, SyndicationIndex } from '../index/syndication-index.port.js';
import { regroup, type IncidentGroup, type Regrouping } from './regroup.js';
import { composeRevisions, type Cause } from './compose-revisions.js';
import type { Revision } from './revision.js';

/** What may have changed incidents. */
export interface Disturbance extends Cause {
  readonly mentionIds: readonly string[];
  readonly incidentIds: readonly string[];
}

interface Indexes {
  readonly incidents: IncidentIndex;
  readonly syndication: SyndicationIndex;
  readonly locks: SearchLocks;
}

/** Groups the disturbed neighbourhood anew and writes one revision of every incident that came out different. */
export async function reviseIncidents(
  disturbance: Disturbance,
  { incidents, syndication, locks }: Indexes,
): Promise<Revision[]> {
  const { hood, former } = await lockedNeighbourhood(disturbance, incidents, locks);
  const articles = await syndication.articles([
    ...new Set(hood.mentions.map(({ articleId }) => articleId)),
  ]);
  const byArticle = new Map(articles.map((article) => [article.articleId, article]));
  const tellings = new Map(
    hood.mentions.map(({ mention, articleId }) => {
      const { source, fetchedAt } = byArticle.get(articleId) as IndexedArticle;
      return [mention.mentionId, { mention, source, fetchedAt } satisfies Telling];
    }),
  );
  const regrouping = await regroup(hood, tellings, disturbance.heirs, former, incidents);
  const revisions = composeRevisions(regrouping, former, disturbance, hood, byArticle);

  await incidents.saveIncidents(
    revisions.map(({ incident }) => ({
      incidentId: incident.incidentId,
      foundedAt: foundedAt(incident.incidentId, regrouping, former),
      snapshot: incident,
    })),
  );
  await incidents.assign(assignments(hood, regrouping));
  return revisions;
}

/** Read again until every incident in reach is ours. */
async function lockedNeighbourhood(
  { mentionIds, incidentIds, heirs }: Disturbance,
  index: IncidentIndex,
  locks: SearchLocks,
): Promise<{ hood: Neighbourhood; former: IndexedIncident[] }> {
  const held = new Set<string>();
  for (;;) {
    const hood = await index.neighbourhood(mentionIds, incidentIds);
    const reached = hood.mentions.flatMap(({ incidentId }) => incidentId ?? []);
    const wanted = new Set([...reached, ...incidentIds, ...heirs.values()]);
    if ([...wanted].every((id) => held.has(id)))
      return { hood, former: await live([...wanted], index) };
    await locks.take('incident', wanted);
    for (const id of wanted) held.add(id);
  }
}

async function live(incidentIds: readonly string[], index: IncidentIndex) {
  const known = await index.incidents(incidentIds);
  return known.filter(({ snapshot }) => snapshot.lifecycle !== 'merged');
}

function foundedAt(
  incidentId: string,
  { groups }: Regrouping,
  former: readonly IndexedIncident[],
): number {
  const known = former.find((incident) => incident.incidentId === incidentId);
  const group = groups.find((candidate) => candidate.incidentId === incidentId);
  return known?.foundedAt ?? toldAt((group as IncidentGroup).founder);
}

function assignments(hood: Neighbourhood, { groups }: Regrouping): Map<string, string | null> {
  const incidentOf = new Map(
    groups.flatMap(({ incidentId, mentionIds }) => mentionIds.map((id) => [id, incidentId])),
  );
  const changed = hood.mentions
    .map(
      (m) =>
        [m.mention.mentionId, incidentOf.get(m.mention.mentionId) ?? null, m.incidentId] as const,
    )
    .filter(([, now, before]) => now !== before);
  return new Map(changed.map(([mentionId, now]) => [mentionId, now]));
}
