import type { ArticleDeduplicated } from '@tocsin/contracts';
import { byOrder, groupsOf } from './groups.js';
import { lshBands } from './lsh.js';
import { orderSpan } from './order-key.js';
import { signatureOf, type Signable, type Signature } from './signature.js';
import { sourceOf, type Source } from './source.js';

/**
 * An article is compared with the first so many of a bucket that lie before it within the window: a group of
 * thousands costs its next copy no more than a group of eight.
 */
export const BUCKET_DEPTH = 8;

/** An article's place among the copies. */
export interface Syndication {
  readonly syndicationId: string;
  readonly reason: Source['reason'] | Extract<ArticleDeduplicated['reason'], 'original'>;
  /** Estimated similarity to its source; 1 for the original. */
  readonly similarity: number;
  readonly nearestArticleId: string | null;
}

/**
 * Divides articles into groups of copies: everything that descends from one original. The source of an article is
 * looked for among the first of its buckets before it, by event time, so it is a property of the set, and the order
 * of arrival can't matter.
 * @param windowDays two articles further apart than this are no copies of each other: last year's annual
 *   notice and this year's are two
 */
export function syndicate(
  articles: readonly Signable[],
  windowDays: number,
): Map<string, Syndication> {
  const sorted = articles.map(signatureOf).sort(byOrder);
  const sources = sourcesOf(sorted, orderSpan(windowDays));
  const groups = groupsOf(
    sorted.map(({ articleId, order }) => ({
      articleId,
      order,
      sourceId: sources.get(articleId)?.articleId ?? null,
      syndicationId: null,
    })),
  );
  return new Map(
    sorted.map(({ articleId }) => [
      articleId,
      placeOf(groups.get(articleId) as string, sources.get(articleId) ?? null),
    ]),
  );
}

/** An article's place, once its group and its source are known. */
export function placeOf(syndicationId: string, source: Source | null): Syndication {
  return {
    syndicationId,
    reason: source?.reason ?? 'original',
    similarity: source?.similarity ?? 1,
    nearestArticleId: source?.articleId ?? null,
  };
}

function sourcesOf(sorted: readonly Signature[], span: bigint): Map<string, Source> {
  const buckets = new Map<bigint, Signature[]>();
  const sources = new Map<string, Source>();
  for (const article of sorted) {
    const met = new Set<Signature>();
    for (const band of lshBands(article)) {
      const bucket = buckets.get(band) ?? [];
      for (const other of firstWithin(bucket, article.order - span)) met.add(other);
      buckets.set(band, bucket);
      bucket.push(article);
    }
    const source = sourceOf(article, met);
    if (source !== null) sources.set(article.articleId, source);
  }
  return sources;
}

function firstWithin(bucket: Signature[], first: bigint): Signature[] {
  // Buckets are sorted: what has left the window now has left it for all that follow.
  while (bucket[0] !== undefined && bucket[0].order < first) bucket.shift();
  return bucket.slice(0, BUCKET_DEPTH);
}
