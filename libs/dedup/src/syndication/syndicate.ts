import type { ArticleDeduplicated, Fingerprint } from '@tocsin/contracts';
import { Components } from '../components.js';
import { byText } from '../order.js';
import { lshBands } from './lsh.js';
import { isCopy, jaccard } from './similarity.js';

/** An article's text as the deduplicator keeps it. */
export interface SignedArticle {
  readonly articleId: string;
  /** Days since the epoch of its event time: publication, else fetch. */
  readonly day: number;
  readonly fingerprint: Fingerprint;
  /** The group that it was in before; null when new. */
  readonly syndicationId: string | null;
}

/** An article's place among the copies. */
export interface Syndication {
  readonly syndicationId: string;
  readonly reason: Extract<ArticleDeduplicated['reason'], 'original' | 'exact-copy' | 'near-copy'>;
  /** Estimated Jaccard similarity to the nearest other member; 1 for the original. */
  readonly similarity: number;
  readonly nearestArticleId: string | null;
}

/**
 * Divides articles into groups of copies: the connected components of "shares an LSH band, within the window,
 * and is a copy". It is a property of the set, so the order of arrival can't matter. A group keeps the id that it
 * had as long as the article that gave it is still a member.
 * @param windowDays two articles further apart than this are no copies of each other: last year's annual
 *   notice and this year's are two
 */
export function syndicate(
  articles: readonly SignedArticle[],
  windowDays: number,
): Map<string, Syndication> {
  const sorted = [...articles].sort(byEventTime);
  const links = linksOf(sorted, windowDays);
  const components = new Components(sorted.length);
  for (const { a, b } of links) components.union(a, b);

  const groups = Map.groupBy(sorted.keys(), (at) => components.find(at));
  const ids = new Map<number, string>();
  for (const [root, members] of groups) {
    ids.set(root, groupId(members.map((at) => sorted[at] as SignedArticle)));
  }
  return new Map(
    sorted.map((article, at) => {
      const syndicationId = ids.get(components.find(at)) as string;
      return [article.articleId, place(article, syndicationId, nearestOf(at, links, sorted))];
    }),
  );
}

function byEventTime(a: SignedArticle, b: SignedArticle): number {
  return a.day - b.day || byText(a.articleId, b.articleId);
}

interface CopyLink {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

function linksOf(sorted: readonly SignedArticle[], windowDays: number): CopyLink[] {
  const buckets = new Map<bigint, number[]>();
  const links: CopyLink[] = [];
  sorted.forEach((article, b) => {
    const met = new Set<number>();
    for (const band of lshBands(article.fingerprint)) {
      const bucket = buckets.get(band) ?? [];
      for (const a of bucket) met.add(a);
      buckets.set(band, bucket);
      bucket.push(b);
    }
    for (const a of met) {
      const other = sorted[a] as SignedArticle;
      if (article.day - other.day > windowDays) continue;
      if (!isCopy(other.fingerprint, article.fingerprint)) continue;
      links.push({ a, b, similarity: jaccard(other.fingerprint, article.fingerprint) });
    }
  });
  return links;
}

/** An id names a member for ever: the earliest that already names this group, else its first member. */
function groupId(members: readonly SignedArticle[]): string {
  const known = new Set(members.map(({ syndicationId }) => syndicationId));
  const namesake = members.find(({ articleId }) => known.has(articleId));
  return (namesake ?? (members[0] as SignedArticle)).articleId;
}

function nearestOf(
  at: number,
  links: readonly CopyLink[],
  sorted: readonly SignedArticle[],
): { article: SignedArticle; similarity: number } | null {
  let best: { article: SignedArticle; similarity: number } | null = null;
  for (const { a, b, similarity } of links) {
    if (a !== at && b !== at) continue;
    const article = sorted[a === at ? b : a] as SignedArticle;
    if (best === null || similarity > best.similarity) best = { article, similarity };
  }
  return best;
}

function place(
  article: SignedArticle,
  syndicationId: string,
  nearest: { article: SignedArticle; similarity: number } | null,
): Syndication {
  if (nearest === null || syndicationId === article.articleId) {
    return { syndicationId, reason: 'original', similarity: 1, nearestArticleId: null };
  }
  const exact = nearest.article.fingerprint.exact === article.fingerprint.exact;
  return {
    syndicationId,
    reason: exact ? 'exact-copy' : 'near-copy',
    similarity: nearest.similarity,
    nearestArticleId: nearest.article.articleId,
  };
}
