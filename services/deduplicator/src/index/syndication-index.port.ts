import type { Fingerprint, Keyword } from '@tocsin/contracts';
import type { Telling } from '@tocsin/dedup';

/** An article version as the index keeps it. */
export interface IndexedArticle {
  readonly articleId: string;
  readonly version: number;
  /** Of everything but the version. */
  readonly contentHash: string;
  /** Days since the epoch of its publication, else of its fetch. */
  readonly day: number;
  readonly fingerprint: Fingerprint;
  readonly keywords: readonly Keyword[];
  readonly source: Telling['source'];
  readonly fetchedAt: string;
  readonly traceparent: string | null;
}

/** The memory of articles and of who copied whom. Bound to one transaction. */
export interface SyndicationIndex {
  /** Those of the articles that are known. */
  articles(articleIds: readonly string[]): Promise<IndexedArticle[]>;
  /** The syndication groups that may be concerned: of these articles and of all that share a band within the days. */
  groupsNear(
    articleIds: readonly string[],
    bands: readonly bigint[],
    days: { readonly first: number; readonly last: number },
  ): Promise<string[]>;
  /** All members of the groups. */
  membersOf(groupIds: readonly string[]): Promise<IndexedArticle[]>;
  /** Inserts or replaces articles with their bands; `bands[i]` belongs to `articles[i]`. */
  save(articles: readonly IndexedArticle[], bands: readonly (readonly bigint[])[]): Promise<void>;
  /** Moves articles to other groups, by article id. */
  regroup(groupOf: ReadonlyMap<string, string>): Promise<void>;
}
