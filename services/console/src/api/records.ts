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

/** One consumer group's reading, or a stage over all of its own: `GET /v1/pipeline`. */
interface Behind {
  readonly lag: number;
  readonly lagSeconds: number | null;
  readonly retrying: number;
  readonly deadLetters: number;
  readonly blownFuses: number;
}

export interface StageState extends Behind {
  readonly stage: 'fetch' | 'extract' | 'deduplicate' | 'store';
  readonly perMinute: number | null;
  readonly lastAt: string | null;
  readonly troubles: {
    readonly rejected: number;
    readonly failed: number;
    readonly deadLettered: number;
  };
}

export interface PipelineState {
  readonly at: string;
  readonly stages: readonly StageState[];
  readonly readings: readonly (Behind & { readonly group: string; readonly topic: string })[];
}

/** `GET /v1/dead-letters`. */
export interface DeadLetterItem {
  readonly id: string;
  readonly topic: string;
  readonly group: string;
  readonly class: string;
  readonly exception: string;
  readonly message: string;
  readonly origin: { readonly topic: string; readonly partition: number; readonly offset: number };
  readonly deliveries: number;
  readonly redrives: number;
  readonly lastFailedAt: string | null;
  readonly traceId: string | null;
  readonly key: string | null;
  readonly redrivenAt: string | null;
}

type Bytes = string | { readonly base64: string } | null;

export interface DeadLetterView extends DeadLetterItem {
  readonly headers: Readonly<Record<string, Bytes | readonly Bytes[]>>;
  readonly value: Bytes;
  readonly isCut: boolean;
}

export interface RedrivePreview {
  readonly count: number;
  readonly sentBefore: number;
  readonly withoutWayBack: number;
  readonly isComplete: boolean;
  readonly byReason: readonly {
    readonly topic: string;
    readonly group: string;
    readonly class: string;
    readonly code: string;
    readonly count: number;
  }[];
}

/** `GET /v1/operations`. */
export interface Operation {
  readonly id: string;
  readonly kind: string;
  readonly by: string;
  readonly reason: string;
  readonly state: 'running' | 'done' | 'failed' | 'interrupted';
  readonly counts: Readonly<Record<string, number>>;
  readonly error: string | null;
  readonly begunAt: string;
  readonly endedAt: string | null;
}

/** `GET /v1/fuses`. */
export interface Fuse {
  readonly topic: string;
  readonly group: string;
  readonly physicalTopic: string;
  readonly partition: number;
  readonly offset: number;
  readonly deadLetters: number;
  readonly inARow: number;
}

/** What an analyst's command does to one incident. */
export interface CurationChange {
  readonly incidentId: string;
  readonly change: 'created' | 'updated' | 'merged' | 'split' | 'retracted';
  readonly lifecycle: 'active' | 'merged' | 'retracted';
  readonly mergedInto: string | null;
  readonly summary: string;
  readonly place: string | null;
  readonly killed: number | null;
  readonly articleCount: number;
  readonly linked: number;
  readonly unlinked: number;
}

/** `GET /v1/curations/incidents/:id`. */
export interface CuratedIncident {
  readonly mentions: readonly {
    readonly mentionId: string;
    readonly title: string;
    readonly url: string;
    readonly publishedAt: string | null;
    readonly summary: string;
  }[];
  readonly curations: readonly {
    readonly commandId: string;
    readonly action: string;
    readonly by: string;
    readonly reason: string;
    readonly at: string;
  }[];
}
