import type { IncidentRevised } from '../model/records.js';

/** How a URL version ended at one stage. */
export interface EndView {
  /** Null where nothing was fetched. */
  readonly version: number | null;
  readonly stage: string;
  readonly end: string;
  readonly code: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
  readonly traceparent: string | null;
}

/** Moments at which the hops of one version ended, ISO 8601; null where not reached. */
export interface HopsView {
  readonly version: number;
  readonly fetchedAt: string;
  readonly extractedAt: string | null;
  readonly deduplicatedAt: string | null;
  readonly storedAt: string | null;
}

/** `GET /v1/articles/:id`: what is known of one URL. */
export interface ArticleView {
  readonly articleId: string;
  /** Null: refused or failed before anything was extracted. */
  readonly version: number | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
  readonly authors: readonly string[];
  /** SHA-256 of the text that claims' offsets point into; null for what was stored before it was kept. */
  readonly textHash: string | null;
  /** As much as its source allows; `none` of what was erased. */
  readonly textKept: 'full' | 'excerpt' | 'none';
  readonly publishedAt: string | null;
  readonly siteName: string | null;
  readonly language: string | null;
  /** Null also for what was stored before pages had types. */
  readonly pageType: string | null;
  readonly syndication: {
    readonly syndicationId: string;
    readonly reason: string;
    readonly similarity: number;
    readonly nearestArticleId: string | null;
  } | null;
  /** The incidents that it tells of, at most a hundred. */
  readonly incidents: readonly { readonly incidentId: string; readonly summary: string }[];
  readonly hops: readonly HopsView[];
  readonly ends: readonly EndView[];
}

/** `GET /v1/incidents/:id/revisions`, oldest first. */
export interface RevisionPage {
  readonly items: readonly IncidentRevised[];
  /** Give it as `after` to go on; null on the last page. */
  readonly nextAfter: number | null;
}
