import { isDeepStrictEqual } from 'node:util';
import type { IndexedMention, KnownIncident, Neighbourhood } from '../index/incident-index.port.js';
import type { MentionGroup, Regrouping } from './regroup.js';

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

export interface ChangedGroup extends MentionGroup {
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
  const membersBefore = (incidentId: string | null) =>
    incidentId === null ? [] : (before.get(incidentId) ?? []);
  const { merged, ended } = regrouping;
  const told = new Set(
    hood.mentions.flatMap(({ incidentId, mention }) =>
      incidentId === null ? [] : mention.mentionId,
    ),
  );
  const groups = regrouping.groups.flatMap((group) => {
    const absorbed = [...merged].filter(([, into]) => into === group.formerId).map(([id]) => id);
    const members = membersBefore(group.formerId);
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
 * Whether the group has nothing of which it could be told otherwise than before: what an incident says is a function
 * of its mentions and their articles alone.
 */
function staysAsItWas(
  { former, mentionIds, articleIds, retraction }: MentionGroup,
  membersBefore: readonly IndexedMention[],
  toldAnew: ReadonlySet<string>,
): boolean {
  if (former === null || mentionIds.length !== membersBefore.length) return false;
  if (!isDeepStrictEqual(former.retraction, retraction)) return false;
  const before = new Set(membersBefore.map(({ mention }) => mention.mentionId));
  return mentionIds.every((id) => before.has(id)) && !articleIds.some((id) => toldAnew.has(id));
}
