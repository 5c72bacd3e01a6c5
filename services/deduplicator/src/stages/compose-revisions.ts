import type { Incident, IncidentRevised } from '@tocsin/contracts';
import { canonicalise, changedFields } from '@tocsin/dedup';
import type { IndexedArticle } from '../index/syndication-index.port.js';
import type { Revision } from './revision.js';
import type { ToldGroup } from './tell-groups.js';
import type { Changed } from './what-changed.js';

/**
 * The revisions that turn the former incidents into the new groups; incidents that stay as they were have none.
 * @param groups of what changed, told anew
 * @param snapshots of what changed, as it was
 */
export function composeRevisions(
  changed: Changed,
  groups: readonly ToldGroup[],
  snapshots: ReadonlyMap<string, Incident>,
  articles: ReadonlyMap<string, IndexedArticle>,
): Revision[] {
  const { closing, cause } = changed;
  const open = groups.flatMap(
    (group) => revised(group, changed, snapshots.get(group.incidentId) ?? null, articles) ?? [],
  );
  const closed = closing.map((id) => ended(snapshots.get(id) as Incident, changed));
  return [...open, ...closed].map(({ articleIds, ...revision }) => ({
    ...revision,
    causedBy: articleIds.find((id) => cause.articleIds.has(id)) ?? first(cause.articleIds),
  }));
}

const first = (ids: ReadonlySet<string>) => ids.values().next().value ?? null;

type Uncaused = IncidentRevised & { readonly articleIds: readonly string[] };

function revised(
  group: ToldGroup,
  { membersBefore }: Changed,
  before: Incident | null,
  articles: ReadonlyMap<string, IndexedArticle>,
): Uncaused | null {
  const { incidentId, mentionIds, tellings } = group;
  const incident = snapshotOf(group, before, articles);
  const changed = changedFields(before, incident);
  if (before !== null && changed.length === 0) return null;
  const was = membersBefore(incidentId).map(({ mention }) => mention.mentionId);
  const own = new Set(mentionIds);
  return {
    incident,
    ...changeOf(incident, before, group),
    changedFields: changed,
    linked: mentionIds.filter((id) => !was.includes(id)),
    unlinked: was.filter((id) => !own.has(id)),
    articleIds: tellings.map(({ source }) => source.articleId),
  };
}

type Change = Pick<IncidentRevised, 'change' | 'reason'>;

function changeOf(
  { lifecycle, retraction }: Incident,
  before: Incident | null,
  { absorbed, hadIncident }: ToldGroup,
): Change {
  if (lifecycle === 'retracted' && before?.lifecycle !== 'retracted')
    return { change: 'retracted', reason: retraction?.reason ?? '' };
  if (before === null) return hadIncident ? SPLIT : CREATED;
  return absorbed.length > 0 ? MERGED : UPDATED;
}

const CREATED = { change: 'created', reason: 'no known incident fits' } as const;
const SPLIT = {
  change: 'split',
  reason: 'its mentions no longer fit the incident they were in',
} as const;
const MERGED = { change: 'merged', reason: 'new evidence joins it with another' } as const;
const UPDATED = { change: 'updated', reason: 'its mentions or their sources changed' } as const;

/** The last revision of an incident that is merged into another or that no mention tells of any longer. */
function ended(
  snapshot: Incident,
  { regrouping: { merged }, cause: { at, heirs }, membersBefore }: Changed,
): Uncaused {
  const { incidentId } = snapshot;
  const mergedInto = merged.get(incidentId) ?? null;
  const revision = snapshot.revision + 1;
  const reason =
    mergedInto !== null
      ? `it is one with ${mergedInto}`
      : [...heirs.values()].includes(incidentId)
        ? 'its articles no longer tell that it happened'
        : 'no article tells of it any longer';
  const incident: Incident =
    mergedInto === null
      ? { ...snapshot, revision, lifecycle: 'retracted', retraction: { reason, at } }
      : { ...snapshot, revision, lifecycle: 'merged', mergedInto };
  const members = membersBefore(incidentId);
  return {
    incident,
    change: mergedInto === null ? 'retracted' : 'merged',
    changedFields: changedFields(snapshot, incident),
    reason,
    linked: [],
    unlinked: members.map(({ mention }) => mention.mentionId),
    articleIds: members.map(({ articleId }) => articleId),
  };
}

function snapshotOf(
  { incidentId, tellings, founder, retraction, absorbed }: ToldGroup,
  before: Incident | null,
  articles: ReadonlyMap<string, IndexedArticle>,
): Incident {
  return {
    incidentId,
    revision: (before?.revision ?? 0) + 1,
    lifecycle: retraction === null ? 'active' : 'retracted',
    supersedes: [...(before?.supersedes ?? []), ...absorbed],
    mergedInto: null,
    retraction,
    traceparent: before?.traceparent ?? articles.get(founder.source.articleId)?.traceparent ?? null,
    ...canonicalise(tellings),
  };
}
