import type { Descendant, Source, Telling } from '@tocsin/dedup';
import type { Keyword } from '@tocsin/contracts';
import type { Filing } from './copy-index.port.js';

/** An article version as the index keeps it. */
export interface IndexedArticle {
  readonly articleId: string;
  readonly version: number;
  /** Of everything but the version. */
  readonly contentHash: string;
  /** Days since the epoch of its publication, else of its fetch. */
  readonly day: number;
  /** Where its signature lies, if it has one. */
  readonly filing: Filing;
  /** What it was made from; null of an original. */
  readonly copy: Source | null;
  readonly source: Telling['source'];
  readonly fetchedAt: string;
  readonly traceparent: string | null;
}

/** An article version as it is written. */
export interface FiledArticle extends IndexedArticle {
  /** Read with its mentions, by whoever compares these. */
  readonly keywords: readonly Keyword[];
}

/** An article's place that has changed. */
export interface Moved {
  readonly articleId: string;
  readonly syndicationId: string;
  readonly copy: Source | null;
}

/** The memory of articles and of who copied whom. Bound to one transaction. */
export interface SyndicationIndex {
  /** Those of the articles that are known. */
  articles(articleIds: readonly string[]): Promise<IndexedArticle[]>;
  /** Where the sources of these articles are filed now: null of an article that has none, nothing of a lost one. */
  sourcesOf(articleIds: readonly string[]): Promise<Map<string, Filing | null>>;
  /** The group of each of the articles that are known. */
  groupsOf(articleIds: readonly string[]): Promise<Map<string, string>>;
  /** All members of the groups, as few words as tell who descends from whom. */
  membersOf(groupIds: readonly string[]): Promise<Descendant[]>;
  /** Inserts or replaces articles. */
  save(articles: readonly FiledArticle[]): Promise<void>;
  move(moved: readonly Moved[]): Promise<void>;
}
