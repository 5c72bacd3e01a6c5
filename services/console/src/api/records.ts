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
