import {
  cellsOf,
  LINK_THRESHOLD,
  scoreLink,
  successorsOf,
  type ComparableMention,
  type LinkableMention,
} from '@tocsin/dedup';
import type { IncidentIndex, IndexedMention, NewLink } from '../index/incident-index.port.js';
import { chooseDelegates } from './choose-delegates.js';
import type { IncomingArticle } from './incoming-article.js';

/** What a batch did to the mentions. */
export interface LinkedMentions {
  /** What was added, and those among the known ones whose links changed. */
  readonly touchedIds: readonly string[];
  readonly removed: readonly IndexedMention[];
  /** New mention → the incident of the mention of the same article that it replaces. */
  readonly heirs: ReadonlyMap<string, string>;
}

/**
 * Replaces the articles' mentions by those of the new versions and links these to all that tell of the same.
 * @param knownIds of the articles that the index has: only these may have mentions
 */
export async function linkMentions(
  incoming: readonly IncomingArticle[],
  knownIds: ReadonlySet<string>,
  index: IncidentIndex,
  delegates?: number,
): Promise<LinkedMentions> {
  const articleIds = incoming.map(({ article }) => article.articleId);
  const removed = await index.removeMentionsOf(articleIds.filter((id) => knownIds.has(id)));
  const added = incoming.flatMap(({ article, mentions, cells }) =>
    mentions.map((mention, at) => ({
      linkable: {
        articleId: article.articleId,
        articleDay: article.day,
        keywords: article.keywords,
        mention,
      },
      cells: cells[at] ?? { filed: [], searched: [] },
    })),
  );
  await index.addMentions(
    added.map(({ linkable }) => linkable),
    added.map(({ cells }) => cells.filed),
  );
  const { speaking, touchedIds } = await chooseDelegates(
    added.map(({ linkable }) => linkable),
    removed,
    index,
    delegates,
  );
  const comparing = [
    ...added,
    // Those who did not speak before are compared with all now.
    ...speaking.promoted.map((linkable) => ({ linkable, cells: cellsOf(linkable) })),
  ];
  const isSpeaking = (linkable: LinkableMention) =>
    !speaking.silent.has(linkable.mention.mentionId);
  const searched = (which: boolean) => [
    ...new Set(
      comparing
        .filter(({ linkable }) => isSpeaking(linkable) === which)
        .flatMap(({ cells }) => cells.searched),
    ),
  ];
  const all = await index.mentionsIn(searched(true), 'all');
  const others = await index.mentionsIn(searched(false), 'delegates');
  const links = comparing.flatMap(({ linkable, cells }) => {
    const known = isSpeaking(linkable) ? all : others;
    return linksOf(linkable, new Set(cells.searched.flatMap((cell) => known.get(cell) ?? [])));
  });
  const pairs = oncePerPair(links);
  await index.addLinks(pairs);
  const likely = pairs.filter(({ score }) => score >= LINK_THRESHOLD);
  return {
    touchedIds: [
      ...new Set([
        ...added.map(({ linkable }) => linkable.mention.mentionId),
        ...touchedIds,
        ...likely.flatMap(({ a, b }) => [a, b]),
      ]),
    ],
    removed,
    heirs: heirsOf(
      added.map(({ linkable }) => linkable),
      removed,
    ),
  };
}

function linksOf(linkable: LinkableMention, candidates: Iterable<ComparableMention>): NewLink[] {
  const links: NewLink[] = [];
  for (const candidate of candidates) {
    // One article tells of one incident once; an aggregate belongs to no single incident.
    if (candidate.articleId === linkable.articleId) continue;
    if (linkable.mention.kind === 'aggregate' || candidate.mention.kind === 'aggregate') continue;
    const { decision, score, features } = scoreLink(linkable, candidate);
    if (decision === 'distinct') continue;
    const [a, b] = [linkable.mention.mentionId, candidate.mention.mentionId];
    links.push({ a, b, score, features });
  }
  return links;
}

/** Two mentions that came together find each other twice, and one cell more often. */
function oncePerPair(links: readonly NewLink[]): NewLink[] {
  const pairs = new Map(links.map((link) => [[link.a, link.b].sort().join(' '), link]));
  return [...pairs.values()];
}

/** What a new version tells goes on where the old one told it. */
function heirsOf(
  added: readonly LinkableMention[],
  removed: readonly IndexedMention[],
): Map<string, string> {
  const heirs = new Map<string, string>();
  const addedBy = Map.groupBy(added, ({ articleId }) => articleId);
  for (const [articleId, own] of Map.groupBy(removed, (old) => old.articleId)) {
    const incidentOf = new Map(
      own.map(({ mention, incidentId }) => [mention.mentionId, incidentId]),
    );
    const now = (addedBy.get(articleId) ?? []).map(({ mention }) => mention);
    const successors = successorsOf(
      own.map(({ mention }) => mention),
      now,
    );
    for (const [old, heir] of successors) {
      const incidentId = incidentOf.get(old) ?? null;
      if (incidentId !== null) heirs.set(heir, incidentId);
    }
  }
  return heirs;
}
