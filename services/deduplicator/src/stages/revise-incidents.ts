import { toldAt } from '@tocsin/dedup';
import type { SearchLocks } from '../index/search-locks.js';
import type {
  Assignment,
  IncidentIndex,
  KnownIncident,
  Neighbourhood,
} from '../index/incident-index.port.js';
import type { SyndicationIndex } from '../index/syndication-index.port.js';
import { connected } from './connect.js';
import { composeRevisions } from './compose-revisions.js';
import { regroup, type Regrouping } from './regroup.js';
import type { Revision } from './revision.js';
import { tellGroups, type ToldGroup } from './tell-groups.js';
import { whatChanged, type Cause } from './what-changed.js';

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
  const regrouping = regroup(hood, disturbance.heirs, former);
  const change = whatChanged(regrouping, former, disturbance, hood);
  const articles = await syndication.articles([
    ...new Set(change.groups.flatMap(({ articleIds }) => articleIds)),
  ]);
  const byArticle = new Map(articles.map((article) => [article.articleId, article]));
  const told = await tellGroups(change.groups, hood, byArticle, incidents);
  const snapshots = await incidents.snapshots([
    ...change.groups.flatMap((group) => group.former?.incidentId ?? []),
    ...change.closing,
  ]);
  const revisions = composeRevisions(change, told, snapshots, byArticle);

  await incidents.saveIncidents(
    revisions.map(({ incident }) => ({
      incidentId: incident.incidentId,
      foundedAt: foundedAt(incident.incidentId, told, former),
      snapshot: incident,
    })),
  );
  await incidents.assign(assignments(hood, regrouping, told));
  return revisions;
}

/**
 * Read when every component in reach is ours, looked up again for those that came into reach meanwhile; and the
 * incidents that may have no member left, by their own names.
 */
async function lockedNeighbourhood(
  { mentionIds, incidentIds, heirs }: Disturbance,
  index: IncidentIndex,
  locks: SearchLocks,
): Promise<{ hood: Neighbourhood; former: KnownIncident[] }> {
  const concerned = [...incidentIds, ...heirs.values()];
  const held = new Set<number>();
  let components = await index.reached(mentionIds, concerned);
  for (;;) {
    await locks.take('incident', [...concerned, ...components.map((each) => `component ${each}`)]);
    for (const component of components) held.add(component);
    components = await index.reached(mentionIds, concerned);
    if (components.every((component) => held.has(component))) break;
  }
  const hood = await index.neighbourhood(components, mentionIds);
  const reached = hood.mentions.flatMap(({ incidentId }) => incidentId ?? []);
  return { hood, former: await live([...new Set([...reached, ...concerned])], index) };
}

async function live(incidentIds: readonly string[], index: IncidentIndex) {
  const known = await index.known(incidentIds);
  return known.filter(({ lifecycle }) => lifecycle !== 'merged');
}

function foundedAt(
  incidentId: string,
  told: readonly ToldGroup[],
  former: readonly KnownIncident[],
): number {
  const known = former.find((incident) => incident.incidentId === incidentId);
  const group = told.find((candidate) => candidate.incidentId === incidentId);
  return known?.foundedAt ?? toldAt((group as ToldGroup).founder);
}

/** Of the mentions that belong elsewhere now. */
function assignments(
  hood: Neighbourhood,
  { groups }: Regrouping,
  told: readonly ToldGroup[],
): Assignment[] {
  const incidentOf = new Map<string, string>();
  for (const { formerId, mentionIds } of groups)
    if (formerId !== null) for (const id of mentionIds) incidentOf.set(id, formerId);
  for (const { incidentId, mentionIds } of told)
    for (const id of mentionIds) incidentOf.set(id, incidentId);
  const componentOf = connected(hood);
  return hood.mentions.flatMap(({ mention: { mentionId }, incidentId: before, component }) => {
    const incidentId = incidentOf.get(mentionId) ?? null;
    const now = componentOf.get(mentionId) as number;
    return incidentId === before && now === component
      ? []
      : [{ mentionId, incidentId, component: now }];
  });
}
