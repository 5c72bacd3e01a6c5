import { incidentIdOf } from '../incident/incident-id.js';
import { cellsOf } from './cells.js';
import { leastLevel, levelOf, crowdOf } from './delegates.js';
import { groupMentions } from './group-mentions.js';
import { LinkGraph } from './link-graph.js';
import { tierOf, type LinkableMention } from './linkable.js';
import { scoreLink } from './score-link.js';

/** Two mentions of different articles that share a blocking cell. */
export type CandidatePair = readonly [LinkableMention, LinkableMention];

/**
 * Decides as the deduplicator does on its stream, for a whole set at once: mention id → incident id, for all
 * mentions that belong to an incident. The order of the mentions doesn't matter.
 */
export function linkIncidents(
  mentions: readonly LinkableMention[],
  score: typeof scoreLink = scoreLink,
): Map<string, string> {
  const days = new Map(mentions.map((each) => [each.mention.mentionId, each.articleDay]));
  const tiers = new Map(mentions.map(({ mention }) => [mention.mentionId, tierOf(mention)]));
  const delegates = delegatesOf(mentions);
  const nodes = mentions.map(({ articleId, mention: told }) => ({
    mentionId: told.mentionId,
    articleId,
    tier: tiers.get(told.mentionId) ?? 'apart',
    told,
    isDelegate: delegates.has(told.mentionId),
  }));
  const places = new Map(nodes.map(({ mentionId }, place) => [mentionId, place]));
  const placeOf = ({ mention }: LinkableMention) => places.get(mention.mentionId) as number;
  const graph = new LinkGraph(nodes.length);
  for (const [here, there] of candidatePairs(mentions, delegates)) {
    const { decision, score: odds } = score(here, there);
    if (decision !== 'distinct') graph.link(placeOf(here), placeOf(there), odds);
  }
  const incidents = new Map<string, string>();
  for (const group of groupMentions(nodes, graph)) {
    const founders = group.filter((id) => ['anchor', 'coarse'].includes(tiers.get(id) ?? ''));
    // The group is sorted by id, and sorting is stable: of one day's founders the least id.
    founders.sort((a, b) => (days.get(a) ?? 0) - (days.get(b) ?? 0));
    const incidentId = incidentIdOf(founders[0] ?? '');
    for (const mentionId of group) incidents.set(mentionId, incidentId);
  }
  return incidents;
}

/** The mentions that speak for those that say the same: all of them where these are few. */
export function delegatesOf(mentions: readonly LinkableMention[]): Set<string> {
  const crowds = Map.groupBy(mentions, ({ mention }) => crowdOf(mention)).values();
  return new Set(
    [...crowds].flatMap((crowd) => {
      const least = leastLevel(crowd.length);
      const ids = crowd.map(({ mention }) => mention.mentionId);
      return ids.filter((id) => levelOf(id) >= least);
    }),
  );
}

/**
 * Only what shares a blocking cell and has a delegate among the two, once each: the whole set's pairs would be its
 * square.
 */
export function* candidatePairs(
  mentions: readonly LinkableMention[],
  delegates: ReadonlySet<string> = delegatesOf(mentions),
): Generator<CandidatePair> {
  const filed = new Map<string, LinkableMention[]>();
  const speaking = new Map<string, LinkableMention[]>();
  for (const here of mentions) {
    if (here.mention.kind === 'aggregate') continue;
    const cells = cellsOf(here);
    const isDelegate = delegates.has(here.mention.mentionId);
    const known = isDelegate ? filed : speaking;
    for (const there of new Set(cells.searched.flatMap((cell) => known.get(cell) ?? [])))
      if (there.articleId !== here.articleId) yield [here, there];
    for (const cell of cells.filed) {
      for (const index of isDelegate ? [filed, speaking] : [filed]) {
        const members = index.get(cell) ?? [];
        index.set(cell, members);
        members.push(here);
      }
    }
  }
}
