import { isDeepStrictEqual } from 'node:util';
import type { Incident, IncidentRevised } from '@tocsin/contracts';
import { canonicalise, changedFields } from '@tocsin/dedup';
import type { IndexedMention, KnownIncident, Neighbourhood } from '../index/incident-index.port.js';
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

/** What of a regrouped neighbourhood has to be told. */
export interface Changed {
  readonly groups: readonly ChangedGroup[];
  /** Incidents that are merged into another, or of which no mention tells any longer. */
  readonly closing: readonly string[];
  readonly regrouping: Regrouping;
  readonly cause: Cause;
  readonly membersBefore: (incidentId: string) => readonly IndexedMention[];
}

interface ChangedGroup extends IncidentGroup {
  /** Incidents that it took in. */
  readonly absorbed: readonly string[];
  /** Whether any of its mentions was in another incident. */
  readonly hadIncident: boolean;
}

/**
 * The groups that may have something else to tell than before, and the incidents that end: most of a neighbourhood is
 * as it was, and what an incident says is much to read and to tell.
 */
export function whatChanged(
  regrouping: Regrouping,
  former: readonly KnownIncident[],
  cause: Cause,
  hood: Neighbourhood,
): Changed {
  const before = Map.groupBy([...hood.mentions, ...cause.removed], (m) => m.incidentId);
  const membersBefore = (incidentId: string) => before.get(incidentId) ?? [];
  const { merged, ended } = regrouping;
  const told = new Set(
    hood.mentions.flatMap(({ incidentId, mention }) =>
      incidentId === null ? [] : mention.mentionId,
    ),
  );
  const groups = regrouping.groups.flatMap((group) => {
    const absorbed = [...merged].filter(([, into]) => into === group.incidentId).map(([id]) => id);
    const members = membersBefore(group.incidentId);
    if (absorbed.length === 0 && staysAsItWas(group, members, cause.toldAnew)) return [];
    return { ...group, absorbed, hadIncident: group.mentionIds.some((id) => told.has(id)) };
  });
  const closing = former.filter(
    ({ incidentId, lifecycle }) =>
      merged.has(incidentId) ||
      // Taken back already: there is nothing more to say.
      (ended.includes(incidentId) && lifecycle !== 'retracted'),
  );
  return {
    groups,
    closing: closing.map(({ incidentId }) => incidentId),
    regrouping,
    cause,
    membersBefore,
  };
}

/**
 * The revisions that turn the former incidents into the new groups; incidents that stay as they were have none.
 * @param snapshots of what changed, as it was
 */
export function composeRevisions(
  changed: Changed,
  snapshots: ReadonlyMap<string, Incident>,
  articles: ReadonlyMap<string, IndexedArticle>,
): Revision[] {
  const { groups, closing, cause } = changed;
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
  group: ChangedGroup,
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

/**
 * Whether the group has nothing of which it could be told otherwise than before: what an incident says is a function
 * of its mentions and their articles alone.
 */
function staysAsItWas(
  { former, mentionIds, tellings, retraction }: IncidentGroup,
  membersBefore: readonly IndexedMention[],
  toldAnew: ReadonlySet<string>,
): boolean {
  if (former === null || mentionIds.length !== membersBefore.length) return false;
  if (!isDeepStrictEqual(former.retraction, retraction)) return false;
  const before = new Set(membersBefore.map(({ mention }) => mention.mentionId));
  return (
    mentionIds.every((id) => before.has(id)) &&
    !tellings.some(({ source }) => toldAnew.has(source.articleId))
  );
}

type Change = Pick<IncidentRevised, 'change' | 'reason'>;

function changeOf(
  { lifecycle, retraction }: Incident,
  before: Incident | null,
  { absorbed, hadIncident }: ChangedGroup,
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
  { incidentId, tellings, founder, retraction, absorbed }: ChangedGroup,
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
