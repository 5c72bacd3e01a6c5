import type { Fingerprint, Keyword, Mention } from '@tocsin/contracts';
import { clusterStories, linkIncidents, syndicate } from '@tocsin/dedup';

const DAY_MS = 86_400_000;

/** What clustering needs of an article: far less than its text. */
export interface ClusterArticle {
  readonly id: string;
  /** Day of publication, days since the epoch; null when unknown. */
  readonly day: number | null;
  /** Time of publication in ms since the epoch; null when unknown. */
  readonly at: number | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly fingerprint: Fingerprint;
  readonly keywords: readonly Keyword[];
  readonly mentions: readonly Mention[];
}

/** Where an article belongs. */
export interface Clustered {
  readonly id: string;
  /** Articles with the same one are copies of each other. */
  readonly syndicationId: string;
  /** The incidents that it tells of, in the order of its mentions. */
  readonly incidentIds: readonly string[];
  /** Articles with the same one are about one event and what follows from it, an incident or not. */
  readonly storyId: string;
}

/**
 * Decides as the deduplicator does, for a whole set at once and without a database: copies by their
 * fingerprints, incidents by links between mentions; and stories, which it knows nothing of. The order of the articles doesn't matter.
 * @param windowDays articles further apart are no copies of each other
 */
export function clusterArticles(
  articles: readonly ClusterArticle[],
  windowDays: number,
): Clustered[] {
  // Who gives no day counts as fetched when the set was complete.
  const newest = articles.reduce((most, { day }) => Math.max(most, day ?? 0), 0);
  const latest = articles.reduce((most, { at }) => Math.max(most, at ?? 0), newest * DAY_MS);
  const dated = articles.map((article) => ({
    ...article,
    day: article.day ?? newest,
    at: article.at ?? latest,
  }));
  const copies = syndicate(
    dated.map(({ id, at, url, language, fingerprint }) => ({
      articleId: id,
      at,
      url,
      language,
      fingerprint,
    })),
    windowDays,
  );
  const incidentOf = linkIncidents(
    dated.flatMap(({ id, day, keywords, mentions }) =>
      mentions.map((mention) => ({ articleId: id, articleDay: day, keywords, mention })),
    ),
  );
  const stories = clusterStories(articles);
  return dated.map(({ id, mentions }) => ({
    id,
    syndicationId: copies.get(id)?.syndicationId ?? id,
    incidentIds: [...new Set(mentions.flatMap((m) => incidentOf.get(m.mentionId) ?? []))],
    storyId: stories.get(id) ?? id,
  }));
}
