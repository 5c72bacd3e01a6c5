import { groupMentions, succeed, tierOf, type Retraction, type Succession } from '@tocsin/dedup';
import type { KnownIncident, Neighbourhood } from '../index/incident-index.port.js';

/** Mentions that are one incident, by their ids. */
export interface MentionGroup {
  readonly mentionIds: readonly string[];
  readonly articleIds: readonly string[];
  /** The incident that it goes on with; null of one that is founded now. */
  readonly formerId: string | null;
  readonly former: KnownIncident | null;
  /** An analyst's, of any of its mentions. */
  readonly retraction: Retraction | null;
}

export interface Regrouping extends Pick<Succession, 'merged' | 'ended'> {
  readonly groups: readonly MentionGroup[];
}

/** Divides a neighbourhood into incidents, which go on with those that they were before where they may. */
export function regroup(
  hood: Neighbourhood,
  heirs: ReadonlyMap<string, string>,
  former: readonly KnownIncident[],
): Regrouping {
  const known = new Map(hood.mentions.map((each) => [each.mention.mentionId, each]));
  const nodes = hood.mentions.map(({ mention, articleId, isDelegate }) => ({
    mentionId: mention.mentionId,
    articleId,
    tier: tierOf(mention),
    told: mention,
    isDelegate,
  }));
  const members = groupMentions(nodes, hood.links);
  const { continues, merged, ended } = succeed(
    members.map((mentionIds) => ({
      mentionIds,
      formerIds: mentionIds.map((id) => heirs.get(id) ?? known.get(id)?.incidentId ?? null),
    })),
    former,
  );
  const byId = new Map(former.map((incident) => [incident.incidentId, incident]));
  const groups = members.map((mentionIds, at) => {
    const formerId = continues[at] ?? null;
    const own = mentionIds.flatMap((id) => known.get(id) ?? []);
    return {
      mentionIds,
      articleIds: own.map(({ articleId }) => articleId),
      formerId,
      former: formerId === null ? null : (byId.get(formerId) ?? null),
      retraction: own.find(({ retraction }) => retraction !== null)?.retraction ?? null,
    };
  });
  return { groups, merged, ended };
}
