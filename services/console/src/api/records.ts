import type { IncidentRevised } from '@tocsin/contracts';

/** An article as `GET /v1/articles/:id` tells it; captions where this store keeps them. */
export interface ArticleView {
  readonly articleId: string;
  readonly version: number | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly paragraphs: readonly string[];
  readonly captions?: readonly string[] | null;
  readonly publishedAt: string | null;
  readonly siteName: string | null;
  readonly language: string | null;
  readonly pageType: string | null;
  readonly syndication: {
    readonly syndicationId: string;
    readonly reason: string;
    readonly similarity: number;
    readonly nearestArticleId: string | null;
  } | null;
  readonly hops: readonly Hops[];
  readonly ends: readonly End[];
}

/** When the hops of one version ended, ISO 8601; null where not reached. */
export interface Hops {
  readonly version: number;
  readonly fetchedAt: string;
  readonly extractedAt: string | null;
  readonly deduplicatedAt: string | null;
  readonly storedAt: string | null;
}

/** How one version ended at one stage. */
export interface End {
  readonly version: number | null;
  readonly stage: string;
  readonly end: string;
  readonly code: string;
  readonly reason: string;
  readonly at: string;
  readonly traceparent: string | null;
}

export interface RevisionPage {
  readonly items: readonly IncidentRevised[];
  readonly nextAfter: number | null;
}

/** Milliseconds; null when nothing was measured. */
export interface Percentiles {
  readonly p50: number | null;
  readonly p99: number | null;
}

/** `GET /v1/stats`. */
export interface Stats {
  readonly articles: number;
  readonly incidents: number;
  readonly rejected: number;
  readonly failed: number;
  readonly deadLetters: number;
  readonly pending: number;
  readonly hops: Readonly<Record<'fetch' | 'extract' | 'deduplicate' | 'store', Percentiles>>;
}

/** A feed as the fetcher tells it, where the store passes that on. */
export interface Feed {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly kind: string | null;
  readonly state: string;
  readonly stateReason: string | null;
  readonly polledAt: string | null;
  readonly nextPollAt: string | null;
  readonly changedAt: string | null;
  readonly failures: number;
  readonly code: string | null;
  readonly reason: string | null;
}
