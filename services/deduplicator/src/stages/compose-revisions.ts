import { isDeepStrictEqual } from 'node:util';
import type { Incident, IncidentRevised } from '@tocsin/contracts';
import { canonicalise, changedFields } from '@tocsin/dedup';
import type {
  IndexedIncident,
  IndexedMention,
  Neighbourhood,
} from '../index/incident-index.port.js';
import type { IndexedArticle } from '../index/syndication-index.port.js';
import type { IncidentGroup, Regrouping } from './regroup.js';
import type { Revision } from './revision.js';

/** What brought the revisions about. */
export interface Cause {
  /** Articles that arrived now. */
  readonly articleIds: ReadonlySet<string>;
  /** Those and others of which something else than their mentions changed. */
  readonly toldAnew: ReadonlySet<string>;
  readonly removed: readonly IndexedMention[];
  /** New mention → the incident whose old mention it replaces. */
  readonly heirs: ReadonlyMap<string, string>;
  /** Event time of the change, ISO 8601. */
  readonly at: string;
}

/** The revisions that turn the former incidents into the new groups; incidents that stay as they were have none. */
export function composeRevisions(
  regrouping: Regrouping,
  former: readonly IndexedIncident[],
  cause: Cause,
  hood: Neighbourhood,
  articles: ReadonlyMap<string, IndexedArticle>,
): Revision[] {
  const before = Map.groupBy([...hood.mentions, ...cause.removed], (m) => m.incidentId);
  const membersBefore = (incidentId: string) => before.get(incidentId) ?? [];
  const open = regrouping.groups.flatMap(
    (group) =>
      revised(group, regrouping, articles, membersBefore(group.incidentId), hood, cause) ?? [],
  );
  const closed = former.flatMap(
    (incident) => ended(incident, regrouping, cause, membersBefore(incident.incidentId)) ?? [],
  );
  return [...open, ...closed].map(({ articleIds, ...revision }) => ({
    ...revision,
    causedBy: articleIds.find((id) => cause.articleIds.has(id)) ?? first(cause.articleIds),
  }));
}

const first = (ids: ReadonlySet<string>) => ids.values().next().value ?? null;

type Uncaused = IncidentRevised & { readonly articleIds: readonly string[] };

function revised(
  group: IncidentGroup,
  { merged }: Regrouping,
  articles: ReadonlyMap<string, IndexedArticle>,
  membersBefore: readonly IndexedMention[],
  hood: Neighbourhood,
  { toldAnew }: Cause,
): Uncaused | null {
  const { incidentId, mentionIds, former, tellings } = group;
  const absorbed = [...merged].filter(([, into]) => into === incidentId).map(([id]) => id);
  if (absorbed.length === 0 && staysAsItWas(group, membersBefore, toldAnew)) return null;
  const incident = snapshotOf(group, absorbed, articles);
  const changed = changedFields(former?.snapshot ?? null, incident);
  if (former !== null && changed.length === 0) return null;
  const was = membersBefore.map(({ mention }) => mention.mentionId);
  const own = new Set(mentionIds);
  const left = hood.mentions.some((m) => m.incidentId !== null && own.has(m.mention.mentionId));
  const founding = left ? SPLIT : CREATED;
  return {
    incident,
    ...changeOf(incident, former, founding, absorbed),
    changedFields: changed,
    linked: mentionIds.filter((id) => !was.includes(id)),
    unlinked: was.filter((id) => !own.has(id)),
    articleIds: tellings.map(({ source }) => source.articleId),
  };
}

/**
 * Whether the group has nothing of which it could be told otherwise than before: what an incident says is a function
 * of its mentions and their articles alone. Most of a neighbourhood is so, and telling is the dear part.
 */
function staysAsItWas(
  { former, mentionIds, tellings, retraction }: IncidentGroup,
  membersBefore: readonly IndexedMention[],
  toldAnew: ReadonlySet<string>,
): boolean {
  if (former === null || mentionIds.length !== membersBefore.length) return false;
  if (!isDeepStrictEqual(former.snapshot.retraction, retraction)) return false;
  const before = new Set(membersBefore.map(({ mention }) => mention.mentionId));
  return (
    mentionIds.every((id) => before.has(id)) &&
    !tellings.some(({ source }) => toldAnew.has(source.articleId))
  );
}

type Change = Pick<IncidentRevised, 'change' | 'reason'>;

function changeOf(
  { lifecycle, retraction }: Incident,
  former: IndexedIncident | null,
  founding: Change,
  absorbed: readonly string[],
): Change {
  if (lifecycle === 'retracted' && former?.snapshot.lifecycle !== 'retracted')
    return { change: 'retracted', reason: retraction?.reason ?? '' };
  if (former === null) return founding;
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
  { incidentId, snapshot }: IndexedIncident,
  { merged, ended: orphaned }: Regrouping,
  { at, heirs }: Cause,
  membersBefore: readonly IndexedMention[],
): Uncaused | null {
  const mergedInto = merged.get(incidentId) ?? null;
  if (mergedInto === null && !orphaned.includes(incidentId)) return null;
  // Taken back already: there is nothing more to say.
  if (mergedInto === null && snapshot.lifecycle === 'retracted') return null;
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
  return {
    incident,
    change: mergedInto === null ? 'retracted' : 'merged',
    changedFields: changedFields(snapshot, incident),
    reason,
    linked: [],
    unlinked: membersBefore.map(({ mention }) => mention.mentionId),
    articleIds: membersBefore.map(({ articleId }) => articleId),
  };
}

function snapshotOf(
  { incidentId, tellings, former, founder, retraction }: IncidentGroup,
  absorbed: readonly string[],
  articles: ReadonlyMap<string, IndexedArticle>,
): Incident {
  const before = former?.snapshot;
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
