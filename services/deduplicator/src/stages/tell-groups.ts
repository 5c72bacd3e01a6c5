import { byToldAt, incidentIdOf, reports, type Telling } from '@tocsin/dedup';
import type { IncidentIndex, Neighbourhood } from '../index/incident-index.port.js';
import type { IndexedArticle } from '../index/syndication-index.port.js';
import type { ChangedGroup } from './what-changed.js';

/** A group of mentions with the incident that it is, and what tells of it. */
export interface ToldGroup extends ChangedGroup {
  /** Kept, or derived from its founding mention. */
  readonly incidentId: string;
  /** By event time. */
  readonly tellings: readonly Telling[];
  /** The founding telling, by event time. */
  readonly founder: Telling;
}

/** @param articles by id: all that the groups' mentions are of */
export async function tellGroups(
  groups: readonly ChangedGroup[],
  hood: Neighbourhood,
  articles: ReadonlyMap<string, IndexedArticle>,
  index: Pick<IncidentIndex, 'known'>,
): Promise<ToldGroup[]> {
  const known = new Map(hood.mentions.map((each) => [each.mention.mentionId, each]));
  const told = groups.map((group) => {
    const tellings = group.mentionIds.flatMap((id) => {
      const own = known.get(id);
      const article = own && articles.get(own.articleId);
      return own === undefined || article === undefined
        ? []
        : { mention: own.mention, source: article.source, fetchedAt: article.fetchedAt };
    });
    tellings.sort(byToldAt);
    return { ...group, tellings, founder: tellings.find(reports) as Telling };
  });
  const founded = await unusedIds(
    told.flatMap(({ formerId, founder }) => (formerId === null ? founder.mention.mentionId : [])),
    index,
  );
  return told.map((group) => ({
    ...group,
    incidentId: group.formerId ?? (founded.get(group.founder.mention.mentionId) as string),
  }));
}

/** For each founding mention the first of the ids made of it that names no incident yet. */
async function unusedIds(
  foundingIds: readonly string[],
  index: Pick<IncidentIndex, 'known'>,
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
