import {
  groupMentions,
  incidentIdOf,
  succeed,
  type Retraction,
  tierOf,
  type Succession,
  type Telling,
  byToldAt,
  reports,
} from '@tocsin/dedup';
import type { IncidentIndex, KnownIncident, Neighbourhood } from '../index/incident-index.port.js';

/** A group of mentions with the incident that it is. */
export interface IncidentGroup {
  readonly incidentId: string;
  readonly mentionIds: readonly string[];
  readonly tellings: readonly Telling[];
  /** Null when founded now. */
  readonly former: KnownIncident | null;
  /** The founding telling, by event time. */
  readonly founder: Telling;
  /** An analyst's, of any of its mentions. */
  readonly retraction: Retraction | null;
}

export interface Regrouping extends Pick<Succession, 'merged' | 'ended'> {
  readonly groups: readonly IncidentGroup[];
}

/** Divides a neighbourhood into incidents and gives each its id: kept, or derived from its founding mention. */
export async function regroup(
  hood: Neighbourhood,
  tellings: ReadonlyMap<string, Telling>,
  heirs: ReadonlyMap<string, string>,
  former: readonly KnownIncident[],
  index: IncidentIndex,
): Promise<Regrouping> {
  const incidentOf = new Map(hood.mentions.map((m) => [m.mention.mentionId, m.incidentId]));
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
      formerIds: mentionIds.map((id) => heirs.get(id) ?? incidentOf.get(id) ?? null),
    })),
    former,
  );
  const byId = new Map(former.map((incident) => [incident.incidentId, incident]));
  const retracted = new Map(hood.mentions.map((m) => [m.mention.mentionId, m.retraction]));
  const told = members.map((ids) => ids.flatMap((id) => tellings.get(id) ?? []).sort(byToldAt));
  const founders = told.map((own) => own.find(reports) as Telling);
  const founded = await unusedIds(
    founders.flatMap(({ mention }, at) => (continues[at] ? [] : mention.mentionId)),
    index,
  );
  const groups = members.map((mentionIds, at) => {
    const founder = founders[at] as Telling;
    const kept = continues[at] ?? null;
    return {
      incidentId: kept ?? (founded.get(founder.mention.mentionId) as string),
      mentionIds,
      tellings: told[at] as Telling[],
      former: kept === null ? null : (byId.get(kept) ?? null),
      founder,
      retraction: mentionIds.map((id) => retracted.get(id) ?? null).find((r) => r !== null) ?? null,
    };
  });
  return { groups, merged, ended };
}

/** For each founding mention the first of the ids made of it that names no incident yet. */
async function unusedIds(
  foundingIds: readonly string[],
  index: IncidentIndex,
): Promise<Map<string, string>> {
  const unused = new Map<string, string>();
  for (let turn = 0, left = foundingIds; left.length > 0; turn += 1) {
    const ids = new Map(left.map((founding) => [founding, incidentIdOf(founding, turn)]));
    const known = await index.known([...ids.values()]);
    const used = new Set(known.map(({ incidentId }) => incidentId));
    for (const [founding, id] of ids) if (!used.has(id)) unused.set(founding, id);
    left = left.filter((founding) => !unused.has(founding));
  }
  return unused;
}
