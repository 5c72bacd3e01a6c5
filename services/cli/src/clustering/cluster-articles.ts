import type { Fingerprint, Mention } from '@tocsin/contracts';
import {
  cellsOf,
  groupMentions,
  incidentIdOf,
  scoreLink,
  syndicate,
  tierOf,
  type GroupLink,
  type LinkableMention,
} from '@tocsin/dedup';

/** What clustering needs of an article: far less than its text. */
export interface ClusterArticle {
  readonly id: string;
  /** Day of publication, days since the epoch; null when unknown. */
  readonly day: number | null;
  readonly fingerprint: Fingerprint;
  readonly mentions: readonly Mention[];
}

/** Where an article belongs. */
export interface Clustered {
  readonly id: string;
  /** Articles with the same one are copies of each other. */
  readonly syndicationId: string;
  /** The incidents that it tells of, in the order of its mentions. */
  readonly incidentIds: readonly string[];
}

/**
 * Decides as the deduplicator does, for a whole set at once and without a database: copies by their
 * fingerprints, incidents by links between mentions. The order of the articles doesn't matter.
 * @param windowDays articles further apart are no copies of each other
 */
export function clusterArticles(
  articles: readonly ClusterArticle[],
  windowDays: number,
): Clustered[] {
  // Who gives no day counts as fetched when the set was complete.
  const newest = Math.max(0, ...articles.map(({ day }) => day ?? 0));
  const dated = articles.map((article) => ({ ...article, day: article.day ?? newest }));
  const copies = syndicate(
    dated.map(({ id, day, fingerprint }) => ({
      articleId: id,
      day,
      fingerprint,
      syndicationId: null,
    })),
    windowDays,
  );
  const incidentOf = incidentsOf(
    dated.flatMap(({ id, day, mentions }) =>
      mentions.map((mention) => ({ articleId: id, articleDay: day, mention })),
    ),
  );
  return dated.map(({ id, mentions }) => ({
    id,
    syndicationId: copies.get(id)?.syndicationId ?? id,
    incidentIds: [...new Set(mentions.flatMap((m) => incidentOf.get(m.mentionId) ?? []))],
  }));
}

/** Mention id → incident id, for all mentions that belong to one. */
function incidentsOf(mentions: readonly LinkableMention[]): Map<string, string> {
  const days = new Map(mentions.map((each) => [each.mention.mentionId, each.articleDay]));
  const tiers = new Map(mentions.map(({ mention }) => [mention.mentionId, tierOf(mention)]));
  const nodes = mentions.map(({ articleId, mention: { mentionId } }) => ({
    mentionId,
    articleId,
    tier: tiers.get(mentionId) ?? 'apart',
  }));
  const incidents = new Map<string, string>();
  for (const group of groupMentions(nodes, linksOf(mentions))) {
    const founders = group.filter((id) => ['anchor', 'coarse'].includes(tiers.get(id) ?? ''));
    // The group is sorted by id, and sorting is stable: of one day's founders the least id.
    founders.sort((a, b) => (days.get(a) ?? 0) - (days.get(b) ?? 0));
    const incidentId = incidentIdOf(founders[0] ?? '');
    for (const mentionId of group) incidents.set(mentionId, incidentId);
  }
  return incidents;
}

/** Compares only what shares a blocking cell: the whole set's pairs would be its square. */
function linksOf(mentions: readonly LinkableMention[]): GroupLink[] {
  const filed = new Map<string, LinkableMention[]>();
  const links: GroupLink[] = [];
  for (const here of mentions.filter(({ mention }) => mention.kind === 'incident')) {
    const cells = cellsOf(here);
    const near = new Set(cells.searched.flatMap((cell) => filed.get(cell) ?? []));
    for (const there of near) {
      if (there.articleId === here.articleId) continue;
      const { decision, score } = scoreLink(here, there);
      if (decision === 'distinct') continue;
      const [a, b] = [here.mention.mentionId, there.mention.mentionId];
      links.push({ a, b, score, verdict: 'likely' });
    }
    for (const cell of cells.filed) {
      const members = filed.get(cell) ?? [];
      filed.set(cell, members);
      members.push(here);
    }
  }
  return links;
}
