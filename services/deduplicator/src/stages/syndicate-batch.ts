import { syndicate, type SignedArticle, type Syndication } from '@tocsin/dedup';
import type { AdvisoryLocks } from '../index/advisory-locks.js';
import type { IndexedArticle, SyndicationIndex } from '../index/syndication-index.port.js';
import type { IncomingArticle } from './incoming-article.js';

/** Where the articles of a batch belong, and whom they moved. */
export interface BatchSyndication {
  /** By article id: every member of every group that the batch touched. */
  readonly places: ReadonlyMap<string, Syndication>;
  /** Known articles that are in another group now. */
  readonly moved: readonly IndexedArticle[];
}

/** Files the articles under their syndication groups, which may found, join and divide groups. */
export async function syndicateBatch(
  incoming: readonly IncomingArticle[],
  index: SyndicationIndex,
  locks: AdvisoryLocks,
  windowDays: number,
): Promise<BatchSyndication> {
  const batch = new Map(incoming.map((item) => [item.article.articleId, item]));
  const members = await lockedMembers(incoming, index, locks, windowDays);
  const former = new Map(members.map((member) => [member.articleId, member]));
  const others = members.filter(({ articleId }) => !batch.has(articleId));
  const places = syndicate(
    [...others, ...incoming.map(({ article }) => article)].map((article) =>
      signed(article, former),
    ),
    windowDays,
  );
  const groupOf = (article: IndexedArticle) =>
    places.get(article.articleId)?.syndicationId ?? article.articleId;
  const moved = others.filter((other) => groupOf(other) !== other.source.syndicationId);

  const saved = incoming.map(({ article }) => ({
    ...article,
    source: { ...article.source, syndicationId: groupOf(article) },
    // The trace that began an article stays that of its first version.
    traceparent: former.get(article.articleId)?.traceparent ?? article.traceparent,
  }));
  await index.save(
    saved,
    incoming.map(({ bands }) => bands),
  );
  await index.regroup(new Map(moved.map((article) => [article.articleId, groupOf(article)])));
  return { places, moved };
}

/** The members of all groups concerned, read again until every one of these groups is ours. */
async function lockedMembers(
  incoming: readonly IncomingArticle[],
  index: SyndicationIndex,
  locks: AdvisoryLocks,
  windowDays: number,
): Promise<IndexedArticle[]> {
  const ids = incoming.map(({ article }) => article.articleId);
  const bands = incoming.flatMap((item) => item.bands);
  const days = incoming.map(({ article }) => article.day);
  const window = { first: Math.min(...days) - windowDays, last: Math.max(...days) + windowDays };
  const held = new Set<string>();
  for (;;) {
    const groups = await index.groupsNear(ids, bands, window);
    if (groups.every((group) => held.has(group))) return index.membersOf(groups);
    await locks.take('syndication', groups);
    for (const group of groups) held.add(group);
  }
}

function signed(
  article: IndexedArticle,
  former: ReadonlyMap<string, IndexedArticle>,
): SignedArticle {
  return {
    articleId: article.articleId,
    day: article.day,
    fingerprint: article.fingerprint,
    syndicationId: former.get(article.articleId)?.source.syndicationId ?? null,
  };
}
